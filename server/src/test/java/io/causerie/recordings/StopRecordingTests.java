package io.causerie.recordings;

import static org.assertj.core.api.Assertions.assertThat;

import io.causerie.recordings.WorkerService.StopOutcome;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code POST /api/v1.0/rooms/{id}/stop-recording/} (contract 04, section 4.2). */
class StopRecordingTests extends RecordingTest {

    @ParameterizedTest
    @CsvSource({"STOPPED, stopped", "ABORTED, aborted", "FAILED_TO_STOP, failed_to_stop"})
    void takesTheStateTheWorkerNames(StopOutcome outcome, String status) {
        var id = rows.recording(room, RecordingStatus.ACTIVE, "ST_1");
        worker.onStop = () -> outcome;
        var answer = stop();
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo("{\"message\":\"Recording stopped for room " + slug + ".\"}");
        assertThat(rows.status(id)).isEqualTo(status);
        assertThat(worker.stopped).containsExactly("ST_1");
    }

    @Test
    void aWorkerThatFailsLeavesItFailedToStop() {
        var id = rows.recording(room, RecordingStatus.ACTIVE, "ST_1");
        worker.onStop = () -> StubWorker.fail(false);
        var answer = stop();
        assertThat(answer.status()).isEqualTo(500);
        assertThat(answer.body()).isEqualTo("{\"error\":\"Recording failed to stop for room " + slug + "\"}");
        assertThat(rows.status(id)).isEqualTo("failed_to_stop");
    }

    @Test
    void completionWinsOverAStopThatFails() {
        var id = rows.recording(room, RecordingStatus.ACTIVE, "ST_1");
        worker.onStop = () -> {
            recordings.complete(id, "test");
            return StubWorker.fail(false);
        };
        assertThat(stop().status()).isEqualTo(500);
        assertThat(rows.status(id)).isEqualTo("saved");
    }

    @Test
    void theSecondStopFindsNothing() {
        rows.recording(room, RecordingStatus.ACTIVE, "ST_1");
        assertThat(stop().status()).isEqualTo(200);
        var answer = stop();
        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.body()).isEqualTo("{\"detail\":\"No active recording found for this room.\"}");
        assertThat(worker.stopped).hasSize(1);
    }

    @Test
    void anInitiatedRecordingDoesNotCount() {
        rows.recording(room, RecordingStatus.INITIATED, null);
        assertThat(stop().status()).isEqualTo(404);
    }

    @Test
    void anActiveOneWithoutWorkerIdIsStoppedByAnEmptyOne() {
        rows.recording(room, RecordingStatus.ACTIVE, null);
        assertThat(stop().status()).isEqualTo(200);
        assertThat(worker.stopped).containsExactly("");
    }

    @Test
    void theBodyIsNeverRead() {
        rows.recording(room, RecordingStatus.ACTIVE, "ST_1");
        var path = "/api/v1.0/rooms/" + room + "/stop-recording/";
        assertThat(send(alice, "POST", path, "text/plain", "{{{").status()).isEqualTo(200);
    }

    @Test
    void everyAdministratorOfTheRoomMayStopAndGainsNothing() {
        var id = rows.recording(room, RecordingStatus.ACTIVE, "ST_1");
        var bob = users.bob();
        var path = "/api/v1.0/rooms/" + room + "/stop-recording/";
        assertThat(send(bob, "POST", path).status()).isEqualTo(403);
        rows.access(room, bob.user().id(), "administrator");
        assertThat(send(bob, "POST", path).status()).isEqualTo(200);
        assertThat(recordings.owners(id)).isEmpty();
        assertThat(anonymous("POST", path).status()).isEqualTo(401);
        assertThat(send(bob, "POST", "/api/v1.0/rooms/" + UUID.randomUUID() + "/stop-recording/")
                        .status())
                .isEqualTo(404);
    }
}
