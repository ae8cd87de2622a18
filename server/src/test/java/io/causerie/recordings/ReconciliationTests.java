package io.causerie.recordings;

import static org.assertj.core.api.Assertions.assertThat;

import io.causerie.recordings.WorkerService.Finding;
import io.causerie.recordings.WorkerService.Progress;
import io.causerie.storage.ObjectStore;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Recordings that no event settled (contract 04, section 14.2). */
class ReconciliationTests extends RecordingTest {

    @Autowired
    Reconciliation reconciliation;

    @Autowired
    ObjectStore store;

    @ParameterizedTest
    @CsvSource({
        "ACTIVE, RUNNING, active",
        "ACTIVE, FINISHED, saved",
        "ACTIVE, LIMIT_REACHED, saved",
        "ACTIVE, ABORTED, aborted",
        "ACTIVE, FAILED, failed_to_stop",
        "ACTIVE, UNHEARD, aborted",
        "STOPPED, RUNNING, stopped",
        "STOPPED, FINISHED, saved",
        "STOPPED, ABORTED, aborted",
        "STOPPED, FAILED, failed_to_stop",
        "STOPPED, UNHEARD, failed_to_stop",
        "INITIATED, RUNNING, active",
        "INITIATED, FINISHED, saved",
        "INITIATED, ABORTED, failed_to_start",
        "INITIATED, UNHEARD, failed_to_start",
        "FAILED_TO_STOP, FINISHED, saved",
        "FAILED_TO_STOP, FAILED, failed_to_stop",
        "FAILED_TO_STOP, UNHEARD, failed_to_stop"
    })
    void drawsTheConclusionsOfTheTable(RecordingStatus before, Progress progress, String after) {
        var id = old(before);
        worker.findings.put(id, new Finding(progress, progress == Progress.UNHEARD ? null : "ST_1", null));
        reconcile(id);
        assertThat(rows.status(id)).isIn(after, after.equals("saved") ? "notification_succeeded" : after);
    }

    @ParameterizedTest
    @CsvSource({"ACTIVE", "STOPPED", "FAILED_TO_STOP"})
    void aFileNobodyToldOfCompletesTheRecording(RecordingStatus before) throws IOException {
        var id = old(before);
        var bytes = new byte[] {1, 2, 3};
        store.write("recordings/" + id + ".mp4", "video/mp4", new ByteArrayInputStream(bytes), bytes.length);
        worker.findings.put(id, Finding.UNHEARD);
        reconcile(id);
        assertThat(rows.status(id)).isIn("saved", "notification_succeeded");
    }

    @Test
    void nothingIsConcludedWhenNobodyCanTell() {
        var id = old(RecordingStatus.ACTIVE);
        reconcile(id);
        assertThat(rows.status(id)).isEqualTo("active");
    }

    @Test
    void nothingIsAskedOfWhatChangedAMomentAgo() {
        var id = rows.recording(room, RecordingStatus.ACTIVE, "ST_1");
        worker.findings.put(id, new Finding(Progress.ABORTED, "ST_1", null));
        reconcile(id);
        assertThat(rows.status(id)).isEqualTo("active");
    }

    @Test
    void silenceProvesNothingForAMinute() {
        var id = rows.recording(room, RecordingStatus.ACTIVE, "ST_1");
        rows.age(id, 40);
        worker.findings.put(id, Finding.UNHEARD);
        reconcile(id);
        assertThat(rows.status(id)).isEqualTo("active");
    }

    @Test
    void aStartWithoutAnswerIsLookedForAgain() {
        worker.onStart = () -> StubWorker.fail(true);
        assertThat(start().status()).isEqualTo(502);
        var id = (UUID) row().get("id");
        assertThat(worker.stopped).isEmpty();
        rows.age(id, 20);
        worker.findings.put(id, new Finding(Progress.RUNNING, "ST_late", null));
        reconciliation.run();
        reconciliation.run();
        assertThat(worker.stopped).containsExactly("ST_late");
        assertThat(rows.status(id)).isEqualTo("failed_to_start");
    }

    @Test
    void aWorkerWhoseRoomWasDeletedIsStoppedOnce() {
        var workerId = StubWorker.next();
        ledger.note(UUID.randomUUID(), room, "active", Map.of("worker_id", workerId));
        reconciliation.run();
        reconciliation.run();
        assertThat(worker.stopped).containsOnlyOnce(workerId);
    }

    private UUID old(RecordingStatus status) {
        var id = rows.recording(room, status, status == RecordingStatus.INITIATED ? null : "ST_1");
        rows.age(id, 90);
        return id;
    }

    private void reconcile(UUID id) {
        reconciliation.settle(recordings.find(id).orElseThrow());
    }
}
