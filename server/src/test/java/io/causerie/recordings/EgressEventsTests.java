package io.causerie.recordings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.causerie.livekit.Egress;
import io.causerie.livekit.LiveKitEvent;
import io.causerie.livekit.LiveKitException;
import io.causerie.livekit.NotOurs;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

/** What LiveKit's webhooks do to recordings (contract 04, section 6). */
class EgressEventsTests extends RecordingTest {

    @Autowired
    RecordingRepository repository;

    @Autowired
    MetadataCollector collector;

    private final ShownRooms shown = new ShownRooms();
    private final String egress = "EG_" + UUID.randomUUID();
    private EgressEvents events;
    private RoomSigns signs;

    @BeforeEach
    void aRoomThatIsLive() {
        signs = new RoomSigns(shown, ledger, repository);
        events = events(false);
    }

    private EgressEvents events(boolean storageEvents) {
        var settings = new MapConfigurationPropertySource(Map.of("x.storage-event-enabled", storageEvents));
        var properties =
                new Binder(settings).bind("x", RecordingProperties.class).get();
        return new EgressEvents(repository, ledger, recordings, signs, properties, collector);
    }

    @ParameterizedTest
    @CsvSource({"ACTIVE, started", "ENDING, saving", "ABORTED, aborted"})
    void updatesAreShownAndChangeNoRow(Egress.Status status, String word) {
        var id = rows.recording(room, RecordingStatus.ACTIVE, egress);
        shown.of(room).put("theirs", 1);
        updated(status);
        assertThat(shown.of(room)).containsEntry("recording_status", word).containsEntry("theirs", 1);
        assertThat(rows.status(id)).isEqualTo("active");
    }

    /** A drill on a busy machine found two rooms that told for ever that their recording was being saved. */
    @ParameterizedTest
    @EnumSource(names = {"ACTIVE", "ENDING"})
    void anUpdateThatTheEndOvertakesIsNotShownForEver(Egress.Status status) {
        rows.recording(room, RecordingStatus.ACTIVE, egress);
        shown.meanwhile = () -> ended(Egress.Status.COMPLETE);
        updated(status);
        assertThat(shown.of(room)).doesNotContainKeys("recording_status", "recording_mode");
    }

    @ParameterizedTest
    @CsvSource({
        "ACTIVE, COMPLETE, saved, active",
        "ACTIVE, LIMIT_REACHED, saved, stopped",
        "STOPPED, COMPLETE, saved, stopped",
        "STOPPED, LIMIT_REACHED, saved, stopped",
        "ACTIVE, FAILED, active, active",
        "ACTIVE, ABORTED, active, active",
        "INITIATED, COMPLETE, initiated, initiated",
        "SAVED, COMPLETE, saved, saved",
        "ABORTED, COMPLETE, aborted, aborted",
        "FAILED_TO_START, COMPLETE, failed_to_start, failed_to_start",
        "FAILED_TO_STOP, COMPLETE, failed_to_stop, failed_to_stop",
        "NOTIFICATION_SUCCEEDED, LIMIT_REACHED, notification_succeeded, notification_succeeded"
    })
    void theEndFollowsTheTableOfTheContract(RecordingStatus before, Egress.Status status, String off, String on) {
        var id = rows.recording(room, before, egress);
        shown.of(room).putAll(Map.of("recording_mode", "transcript", "recording_status", "started", "theirs", 1));
        ended(status);
        assertThat(rows.status(id)).isIn(off, off.equals("saved") ? "notification_succeeded" : off);
        assertThat(shown.of(room)).containsExactly(Map.entry("theirs", 1));

        jdbc.sql("delete from meet_recording where id = :id").param("id", id).update();
        var other = rows.recording(room, before, egress);
        events = events(true);
        ended(status);
        assertThat(rows.status(other)).isEqualTo(on);
    }

    @Test
    void theLimitIsToldOnceByMode() {
        rows.recording(room, RecordingStatus.ACTIVE, egress, RecordingMode.TRANSCRIPT, "{}");
        ended(Egress.Status.LIMIT_REACHED);
        ended(Egress.Status.LIMIT_REACHED);
        assertThat(shown.sent).containsExactly(Map.of("type", "transcriptionLimitReached"));
    }

    @Test
    void aLimitThatCannotBeToldLeavesCompletionToTheRetry() {
        var id = rows.recording(room, RecordingStatus.ACTIVE, egress);
        shown.failing = true;
        assertThatThrownBy(() -> ended(Egress.Status.LIMIT_REACHED)).isInstanceOf(LiveKitException.class);
        assertThat(rows.status(id)).isEqualTo("stopped");
        ended(Egress.Status.LIMIT_REACHED);
        assertThat(rows.status(id)).isIn("saved", "notification_succeeded");
    }

    @Test
    void metadataThatCannotBeWrittenHindersNothing() {
        var id = rows.recording(room, RecordingStatus.ACTIVE, egress);
        shown.failing = true;
        ended(Egress.Status.COMPLETE);
        assertThat(rows.status(id)).isIn("saved", "notification_succeeded");
    }

    @Test
    void aStrangersEgressIsAnErrorAndOneOfADeletedRoomIsNot() {
        assertThatThrownBy(() -> ended(Egress.Status.COMPLETE)).isInstanceOf(NotOurs.class);
        assertThatThrownBy(() -> updated(Egress.Status.ACTIVE)).isInstanceOf(NotOurs.class);
        ledger.note(UUID.randomUUID(), UUID.randomUUID(), "active", Map.of("worker_id", egress));
        ended(Egress.Status.COMPLETE);
        updated(Egress.Status.ACTIVE);
    }

    @Test
    void startingNeverHidesStarted() {
        var id = rows.recording(
                room,
                RecordingStatus.ACTIVE,
                egress,
                RecordingMode.SCREEN_RECORDING,
                "{\"original_mode\": \"transcript\"}");
        updated(Egress.Status.ACTIVE);
        signs.starting(recordings.find(id).orElseThrow());
        assertThat(shown.of(room))
                .containsEntry("recording_status", "started")
                .containsEntry("recording_mode", "transcript");
    }

    @Test
    void aLateStartedNeverHidesWhatCameAfter() {
        rows.recording(room, RecordingStatus.ACTIVE, egress);
        updated(Egress.Status.ENDING);
        updated(Egress.Status.ACTIVE);
        assertThat(shown.of(room)).containsEntry("recording_status", "saving");
        ended(Egress.Status.COMPLETE);
        updated(Egress.Status.ACTIVE);
        assertThat(shown.of(room)).isEmpty();
    }

    @Test
    void theEndOfAnUploadLeavesTheSignsOfTheNextRecording() {
        rows.recording(room, RecordingStatus.STOPPED, egress);
        rows.recording(room, RecordingStatus.ACTIVE, "EG_next");
        shown.of(room).put("recording_status", "started");
        ended(Egress.Status.COMPLETE);
        assertThat(shown.of(room)).containsEntry("recording_status", "started");
    }

    private void updated(Egress.Status status) {
        events.on(new LiveKitEvent.EgressUpdated(room.toString(), info(status)));
    }

    private void ended(Egress.Status status) {
        events.on(new LiveKitEvent.EgressEnded(room.toString(), info(status)));
    }

    private Egress.Info info(Egress.Status status) {
        return new Egress.Info(egress, room.toString(), status, List.of(), null);
    }
}
