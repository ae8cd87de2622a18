package io.causerie.recordings;

import static org.assertj.core.api.Assertions.assertThat;

import io.causerie.ApplicationTest;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Import;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;

@ApplicationTest
@Import(CompletionTests.Listener.class)
class CompletionTests {

    @Autowired
    Recordings recordings;

    @Autowired
    RecordingLedger ledger;

    @Autowired
    Listener listener;

    @Autowired
    JdbcClient jdbc;

    TestRecordings rows;
    UUID room;

    @TestConfiguration
    static class Listener {
        final List<UUID> saved = new java.util.concurrent.CopyOnWriteArrayList<>();

        @EventListener
        void on(RecordingSaved event) {
            saved.add(event.recording().id());
        }
    }

    @BeforeEach
    void aRoom() {
        rows = new TestRecordings(jdbc);
        room = rows.room("room-" + UUID.randomUUID());
    }

    @Test
    void ofTwentyConcurrentCallersOneCompletes() throws Exception {
        var id = rows.recording(room, RecordingStatus.ACTIVE, "EG_1");
        var callers = new ArrayList<Callable<Boolean>>();
        for (int i = 0; i < 20; i++) {
            callers.add(() -> recordings.complete(id, "test"));
        }
        int winners = 0;
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var answer : threads.invokeAll(callers)) {
                winners += answer.get() ? 1 : 0;
            }
        }
        assertThat(winners).isEqualTo(1);
        assertThat(listener.saved.stream().filter(id::equals)).hasSize(1);
        assertThat(ledger.of(id)).extracting(RecordingLedger.Line::kind).containsExactly("saved", "nobody_to_tell");
    }

    @ParameterizedTest
    @EnumSource(RecordingStatus.class)
    void completesOnlyWhatRunsOrIsStopped(RecordingStatus status) {
        var id = rows.recording(room, status, null);
        assertThat(recordings.complete(id, "test")).isEqualTo(status.savable());
        assertThat(rows.status(id)).isEqualTo(status.savable() ? "saved" : status.wire());
    }

    @Test
    void aLateSuccessOfNotificationDoesNotEraseAnExternalResult() {
        var id = rows.recording(room, RecordingStatus.EXTERNAL_PROCESS_SUCCESSFUL, null);
        recordings.notified(id);
        assertThat(rows.status(id)).isEqualTo("external_process_successful");
    }

    @Test
    void theLedgerCannotBeChanged() {
        var id = rows.recording(room, RecordingStatus.ACTIVE, null);
        recordings.note(id, "anything", java.util.Map.of());
        org.assertj.core.api.Assertions.assertThatThrownBy(
                        () -> jdbc.sql("delete from causerie.recording_event").update())
                .hasMessageContaining("append-only");
    }
}
