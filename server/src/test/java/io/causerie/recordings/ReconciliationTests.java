package io.causerie.recordings;

import static org.assertj.core.api.Assertions.assertThat;

import io.causerie.recordings.WorkerService.Finding;
import io.causerie.recordings.WorkerService.Progress;
import io.causerie.storage.ObjectStore;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import net.javacrumbs.shedlock.spring.annotation.SchedulerLock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.scheduling.annotation.Scheduled;

/** Recordings that no event settled (contract 04, section 14.2). */
class ReconciliationTests extends RecordingTest {

    @Autowired
    Reconciliation reconciliation;

    @Autowired
    UnsettledRepository unsettled;

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
        written(id, Instant.now().minusSeconds(20));
        worker.findings.put(id, Finding.UNHEARD);
        reconcile(id);
        assertThat(rows.status(id)).isIn("saved", "notification_succeeded");
    }

    @Test
    void aFileThatIsBeingWrittenIsWaitedFor() throws IOException {
        var id = old(RecordingStatus.ACTIVE);
        store.write("recordings/" + id + ".mp4", "video/mp4", new ByteArrayInputStream(new byte[] {1}), 1);
        worker.findings.put(id, Finding.UNHEARD);
        written(id, Instant.now().minusSeconds(1));
        reconcile(id);
        assertThat(rows.status(id)).isEqualTo("active");
        // a store whose clock is ahead of ours must not hold it up
        written(id, Instant.now().plusSeconds(45));
        reconcile(id);
        assertThat(rows.status(id)).isIn("saved", "notification_succeeded");
    }

    @Test
    void anEmptyFileIsNoFile() throws IOException {
        var id = old(RecordingStatus.ACTIVE);
        store.write("recordings/" + id + ".mp4", "video/mp4", new ByteArrayInputStream(new byte[0]), 0);
        worker.findings.put(id, Finding.UNHEARD);
        reconcile(id);
        assertThat(rows.status(id)).isEqualTo("aborted");
    }

    /** Found by the drill: the second start was unanswered when it was stopped, and left a film nobody was told of. */
    @Test
    void aFileOfOneStoppedWhileItsSecondStartWasUnansweredIsKept() throws IOException {
        var asked = stopped();
        ledger.note(recordings.find(asked).orElseThrow(), RecordingLedger.START_ASKED, Map.of());
        var other = stopped();
        for (var id : List.of(asked, other)) {
            store.write("recordings/" + id + ".mp4", "video/mp4", new ByteArrayInputStream(new byte[] {1}), 1);
            written(id, Instant.now().minusSeconds(1));
        }
        reconciliation.run();
        assertThat(rows.status(asked)).as("may still grow").isEqualTo("aborted");
        written(asked, Instant.now().minusSeconds(20));
        reconciliation.run();
        assertThat(rows.status(asked)).isIn("saved", "notification_succeeded");
        assertThat(rows.status(other)).isEqualTo("aborted");
    }

    private UUID stopped() {
        return rows.recording(rows.room("stopped-" + UUID.randomUUID()), RecordingStatus.ABORTED, "ST_1");
    }

    private static void written(UUID id, Instant at) throws IOException {
        Files.setLastModifiedTime(OBJECTS.resolve("recordings/" + id + ".mp4"), FileTime.from(at));
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

    @Test
    void aRunningWorkerWhoseIdWasNeverWrittenDownIsAdopted() {
        var id = rows.recording(room, RecordingStatus.ACTIVE, null);
        rows.age(id, 90);
        worker.findings.put(id, new Finding(Progress.RUNNING, "ST_found", null));
        reconcile(id);
        assertThat(recordings.find(id).orElseThrow().workerId()).isEqualTo("ST_found");
        assertThat(rows.status(id)).isEqualTo("active");
    }

    /** Asked of the worker 10 s after its last change at the soonest, every 15 s: known within 30 s; concluded from silence after 60 s: within 90 s. */
    @Test
    void runsEvery15SecondsOnOneReplicaAndSoonAfterTheStart() throws NoSuchMethodException {
        var schedule = Reconciliation.class.getDeclaredMethod("onSchedule");
        var times = schedule.getAnnotation(Scheduled.class);
        assertThat(times.fixedRate()).isEqualTo(15_000);
        assertThat(times.initialDelay()).isBetween(1L, 10_000L);
        var lock = schedule.getAnnotation(SchedulerLock.class);
        assertThat(lock.name()).isNotEmpty();
        assertThat(Duration.parse(lock.lockAtMostFor())).isLessThanOrEqualTo(Duration.ofSeconds(30));
    }

    @ParameterizedTest
    @CsvSource({
        "ACTIVE, FINISHED, 11, true",
        "ACTIVE, FAILED, 11, true",
        "ACTIVE, FINISHED, 8, false",
        "ACTIVE, UNHEARD, 55, false",
        "ACTIVE, UNHEARD, 61, true",
        "INITIATED, UNHEARD, 55, false",
        "INITIATED, UNHEARD, 61, true",
        "STOPPED, UNHEARD, 61, true"
    })
    void onePassSettlesWhatIsOldEnough(RecordingStatus before, Progress progress, int seconds, boolean settled) {
        var id = rows.recording(room, before, before == RecordingStatus.INITIATED ? null : "ST_1");
        rows.age(id, seconds);
        worker.findings.put(id, new Finding(progress, progress == Progress.UNHEARD ? null : "ST_1", null));
        reconciliation.run();
        assertThat(rows.status(id).equals(before.wire())).isNotEqualTo(settled);
        assertThat(start().status()).isEqualTo(settled || before == RecordingStatus.STOPPED ? 201 : 409);
    }

    /** The row was written by a server whose clock is wrong; the database's clock says how old it is. */
    @ParameterizedTest
    @ValueSource(ints = {-45, 45})
    void aServerWhoseClockIsWrongNeitherHurriesNorDelays(int skew) {
        assertThat(start().status()).isEqualTo(201);
        var id = (UUID) row().get("id");
        rows.age(id, -skew);
        assertThat(unsettled.unchanged(id)).isBetween(Duration.ZERO, Duration.ofSeconds(40));
        worker.findings.put(id, Finding.UNHEARD);
        reconciliation.run();
        assertThat(rows.status(id)).isEqualTo("active");

        var old = rows.recording(rows.room("skewed-" + UUID.randomUUID()), RecordingStatus.ACTIVE, "ST_2");
        rows.age(old, -skew);
        written(old, 90);
        assertThat(unsettled.unchanged(old)).isGreaterThan(Duration.ofSeconds(89));
        worker.findings.put(old, Finding.UNHEARD);
        reconciliation.run();
        assertThat(rows.status(old)).isEqualTo("aborted");
    }

    /** Pages: what thousands of rows hold is not read at once; and what changed a moment ago is not read at all. */
    @Test
    void asksAboutEachOfManyAndReadsNothingOfThoseThatChangedAMomentAgo() {
        var many = 2 * UnsettledRepository.PAGE + 1;
        var old = failed(many, 90);
        var fresh = failed(many, 5);
        reconciliation.run();
        assertThat(worker.looked).containsAll(old).doesNotContainAnyElementsOf(fresh);

        var page = unsettled.page(
                Set.of(RecordingStatus.FAILED_TO_STOP), Instant.EPOCH, Duration.ofSeconds(10), new UUID(0, 0));
        assertThat(page).hasSize(UnsettledRepository.PAGE);
        assertThat(page).extracting(it -> it.recording().id()).doesNotContainAnyElementsOf(fresh);
        deleteAll(old);
        deleteAll(fresh);
    }

    private List<UUID> failed(int count, int secondsAgo) {
        return jdbc.sql("""
                insert into meet_recording (id, created_at, updated_at, status, worker_id, room_id, mode, options)
                select gen_random_uuid(), now(), now() - make_interval(secs => :s), 'failed_to_stop', 'ST_' || n, :room, 'screen_recording', '{}'
                from generate_series(1, :count) n returning id""")
                .param("s", secondsAgo)
                .param("room", room)
                .param("count", count)
                .query(UUID.class)
                .list();
    }

    private void deleteAll(List<UUID> ids) {
        jdbc.sql("delete from meet_recording where id in (:ids)")
                .param("ids", ids)
                .update();
    }

    private void written(UUID recording, int secondsAgo) {
        jdbc.sql("""
                insert into causerie.recording_event (recording_id, room_id, at, kind, details, written_at)
                values (:id, :id, now(), 'active', '{}', now() - make_interval(secs => :s))""").param("id", recording).param("s", secondsAgo).update();
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
