package io.causerie.recordings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.causerie.livekit.Egress;
import io.causerie.livekit.LiveKitEvent;
import io.causerie.livekit.NotOurs;
import io.causerie.rooms.Rooms;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import tools.jackson.databind.node.JsonNodeFactory;

/** Faults of the reference server that contract 04 names and no other test here is about; each test is named after what does not happen. */
class WeakPointsTests extends RecordingTest {

    @Autowired
    RecordingRepository repository;

    @Autowired
    Reconciliation reconciliation;

    @Autowired
    MetadataCollector collector;

    @Autowired
    WorkerMediator mediator;

    @Autowired
    EgressEvents events;

    @Autowired
    Rooms known;

    /** Section 3: there the row stays initiated and the room is occupied for ever. */
    @Test
    void aModeWithoutWorkerLeavesNoRowAndNoOccupiedRoom() {
        var settings = new MapConfigurationPropertySource(
                Map.of("x.worker-classes", io.causerie.platform.Literal.parse("{'screen_recording': 'stub'}")));
        var properties =
                new Binder(settings).bind("x", RecordingProperties.class).get();
        var starts = new RoomRecordings(
                repository, recordings, new Workers(List.of(worker), properties), mediator, reconciliation, collector);
        var request = new StartRecording(RecordingMode.TRANSCRIPT, JsonNodeFactory.instance.objectNode());
        assertThatThrownBy(() -> starts.start(
                        known.find(room).orElseThrow(), alice.user().id(), request))
                .hasMessageContaining("Recording mode 'transcript' not found in RECORDING_WORKER_CLASSES")
                .hasMessageContaining("[screen_recording]");
        assertThat(repository.ofRoom(room)).isEmpty();
        assertThat(start().status()).isEqualTo(201);
    }

    /** Section 6.2: it is told again, and then it counts. */
    @Test
    void aWebhookThatOvertakesTheStartIsNotLost() {
        var id = rows.recording(room, RecordingStatus.INITIATED, null);
        var egress = StubWorker.next();
        var ended = new LiveKitEvent.EgressEnded(
                room.toString(), new Egress.Info(egress, room.toString(), Egress.Status.COMPLETE, List.of(), null));
        assertThatThrownBy(() -> events.on(ended)).isInstanceOf(NotOurs.class);
        repository.activate(id, egress, Map.of("worker_id", egress));
        events.on(ended);
        assertThat(rows.status(id)).isIn("saved", "notification_succeeded");
    }

    /** Section 11.2: there it is listed twice, and neither retrieved nor deleted. */
    @Test
    void anAccessOfATeamBesideOnesOwnDoesNotDoubleARecording() {
        var id = rows.recording(room, RecordingStatus.SAVED, null);
        rows.owner(id, alice.user().id(), "owner");
        jdbc.sql("""
                insert into meet_recording_access (id, created_at, updated_at, team, role, recording_id)
                values (gen_random_uuid(), now(), now(), 'a team', 'owner', :id)""").param("id", id).update();
        var list = send(alice, "GET", "/api/v1.0/recordings/").body();
        assertThat(list.split(id.toString() + "\",\"room\"", -1)).hasSize(2);
        assertThat(send(alice, "GET", "/api/v1.0/recordings/" + id + "/").status())
                .isEqualTo(200);
        assertThat(send(alice, "DELETE", "/api/v1.0/recordings/" + id + "/").status())
                .isEqualTo(204);
    }

    /** Section 14: there a stop that could not be sent loses a good file. */
    @Test
    void aStopThatFailedLosesNoFile() {
        var egress = StubWorker.next();
        var id = rows.recording(room, RecordingStatus.ACTIVE, egress);
        worker.onStop = () -> StubWorker.fail(false);
        assertThat(stop().status()).isEqualTo(500);
        assertThat(rows.status(id)).isEqualTo("failed_to_stop");
        assertThat(recordings.rescue(id, "file_found")).isTrue();
        assertThat(rows.status(id)).isIn("saved", "notification_succeeded");
    }

    /** Section 14.1: a row read before must not take back what was written since. */
    @Test
    void nothingWritesAWholeOldRowBack() {
        var id = rows.recording(room, RecordingStatus.ACTIVE, "ST_old");
        recordings.handedOver(id, "job-" + id);
        repository.option(id, "metadata_collector_dispatch_id", "AD_1");
        recordings.complete(id, "test");
        recordings.processed("job-" + id, true);
        recordings.notified(id);
        var now = recordings.find(id).orElseThrow();
        assertThat(now.status()).isEqualTo(RecordingStatus.EXTERNAL_PROCESS_SUCCESSFUL);
        assertThat(now.externalProcessId()).isEqualTo("job-" + id);
        assertThat(now.workerId()).isEqualTo("ST_old");
        assertThat(now.options().path("metadata_collector_dispatch_id").asString())
                .isEqualTo("AD_1");
    }

    /** Section 11.3: there a late word of a deleted recording is answered 500 for ever. */
    @Test
    void lateWordsOfADeletedRecordingAreHarmless() {
        assertThat(start().status()).isEqualTo(201);
        var id = (UUID) row().get("id");
        var egress = (String) row().get("worker_id");
        recordings.complete(id, "test");
        jdbc.sql("update meet_recording set status = 'saved' where id = :id")
                .param("id", id)
                .update();
        assertThat(send(alice, "DELETE", "/api/v1.0/recordings/" + id + "/").status())
                .isEqualTo(204);
        var info = new Egress.Info(egress, room.toString(), Egress.Status.COMPLETE, List.of(), null);
        events.on(new LiveKitEvent.EgressUpdated(room.toString(), info));
        events.on(new LiveKitEvent.EgressEnded(room.toString(), info));
        assertThat(recordings.find(id)).isEmpty();
        assertThat(recordings.complete(id, "late")).isFalse();
    }
}
