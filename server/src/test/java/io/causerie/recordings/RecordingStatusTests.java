package io.causerie.recordings;

import static org.assertj.core.api.Assertions.assertThat;

import io.causerie.ApplicationTest;
import java.util.EnumSet;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The table of states, and that the database keeps to it. */
@ApplicationTest
class RecordingStatusTests {

    @Autowired
    RecordingRepository repository;

    @Autowired
    RecordingLedger ledger;

    @Autowired
    JdbcClient jdbc;

    @Test
    void theSetsAreTheContracts() {
        assertThat(EnumSet.allOf(RecordingStatus.class).stream().filter(RecordingStatus::savable))
                .containsExactly(RecordingStatus.ACTIVE, RecordingStatus.STOPPED);
        assertThat(EnumSet.allOf(RecordingStatus.class).stream().filter(it -> !it.deletable()))
                .containsExactly(
                        RecordingStatus.INITIATED, RecordingStatus.ACTIVE, RecordingStatus.NOTIFICATION_SUCCEEDED);
        assertThat(EnumSet.allOf(RecordingStatus.class).stream().filter(RecordingStatus::saved))
                .containsExactlyInAnyOrder(
                        RecordingStatus.SAVED,
                        RecordingStatus.NOTIFICATION_SUCCEEDED,
                        RecordingStatus.EXTERNAL_PROCESS_SUCCESSFUL,
                        RecordingStatus.EXTERNAL_PROCESS_FAILED);
    }

    @ParameterizedTest
    @EnumSource(RecordingStatus.class)
    void aSavedRecordingIsNeverLostAgain(RecordingStatus status) {
        if (!status.saved()) {
            assertThat(status.predecessors()).noneMatch(RecordingStatus::saved);
        }
    }

    /** Random sequences of moves: the row follows the table, each move that happened has its line, the others have none. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void theRowFollowsTheTableAndTheLedgerFollowsTheRow(long seed) {
        var random = new Random(seed);
        var rows = new TestRecordings(jdbc);
        var room = rows.room("states-" + UUID.randomUUID());
        var id = rows.recording(room, RecordingStatus.INITIATED, null);
        var expected = RecordingStatus.INITIATED;
        var lines = 0;
        for (int i = 0; i < 60; i++) {
            var to = RecordingStatus.values()[random.nextInt(RecordingStatus.values().length)];
            boolean allowed = to.predecessors().contains(expected);
            var moved = repository.move(id, to, Map.of("step", i));
            assertThat(moved.isPresent()).as("%s -> %s", expected, to).isEqualTo(allowed);
            if (allowed) {
                expected = to;
                lines++;
            }
            assertThat(rows.status(id)).isEqualTo(expected.wire());
        }
        assertThat(ledger.of(id)).hasSize(lines);
    }

    @Test
    void aNarrowerMoveIsNeverWidened() {
        var rows = new TestRecordings(jdbc);
        var id = rows.recording(rows.room("narrow-" + UUID.randomUUID()), RecordingStatus.FAILED_TO_START, null);
        var from = Set.of(RecordingStatus.FAILED_TO_START, RecordingStatus.ACTIVE);
        assertThat(repository.move(id, RecordingStatus.SAVED, from, Map.of())).isEmpty();
    }
}
