package io.causerie.recordings;

import static org.assertj.core.api.Assertions.assertThat;

import io.causerie.livekit.LiveRooms.Person;
import io.causerie.recordings.WorkerService.Finding;
import io.causerie.recordings.WorkerService.Progress;
import io.causerie.rooms.Rooms;
import io.causerie.storage.ObjectStore;
import java.time.Clock;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.UUID;
import net.javacrumbs.shedlock.core.LockProvider;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A worker that gave up because nobody had published anything: the recording begins when somebody does. */
class UnattendedStartsTests extends RecordingTest {

    private static final Person SILENT = new Person("alice", "Alice", false, false);
    private static final Person TALKING = new Person("bob", "Bob", false, true);
    private static final Person RECORDER = new Person("EG_x", "", true, true);

    @Autowired
    RecordingRepository repository;

    @Autowired
    MetadataCollector collector;

    @Autowired
    Workers workers;

    @Autowired
    Rooms known;

    @Autowired
    ObjectStore store;

    @Autowired
    LockProvider locks;

    private final ShownRooms shown = new ShownRooms();
    private RoomSigns signs;
    private WorkerMediator mediator;
    private final String first = StubWorker.next();
    private UUID id;

    @BeforeEach
    void aRecordingOfPeopleWhoPublishNothing() {
        signs = new RoomSigns(shown, ledger, repository);
        mediator = new WorkerMediator(repository, ledger, signs);
        shown.people.add(SILENT);
        id = rows.recording(room, RecordingStatus.ACTIVE, first);
        worker.findings.put(id, Finding.UNHEARD);
    }

    @Test
    void waitsUntilSomebodyPublishesAndIsStartedAgain() {
        assertThat(gaveUp()).isFalse();
        assertThat(gaveUp()).isFalse();
        assertThat(worker.started).isEmpty();
        assertThat(shown.of(room)).containsEntry("recording_status", "starting");

        shown.people.add(TALKING);
        assertThat(gaveUp()).isFalse();
        assertThat(worker.started).containsExactly(id);
        var now = recordings.find(id).orElseThrow();
        assertThat(now.status()).isEqualTo(RecordingStatus.ACTIVE);
        assertThat(now.workerId()).startsWith("ST_").isNotEqualTo(first);
        assertThat(kinds()).containsExactly("nobody_published", "start_asked", "active");
    }

    @Test
    void tellsTheRoomAsOfAFirstStart() {
        signs.ended(row(id), java.util.Map.of());
        shown.people.add(TALKING);
        gaveUp();
        assertThat(shown.of(room)).containsEntry("recording_status", "starting");
        signs.tell(row(id), RoomSigns.STARTED, java.util.Map.of());
        assertThat(shown.of(room)).containsEntry("recording_status", "started");
        signs.ended(row(id), java.util.Map.of());
        assertThat(shown.of(room)).isEmpty();
    }

    @Test
    void endsWhenEverybodyLeft() {
        shown.people.clear();
        shown.people.add(RECORDER);
        assertThat(gaveUp()).isTrue();
        assertThat(rows.status(id)).isEqualTo("aborted");
        assertThat(ledger.of(id).getFirst().details().path("cause").asString()).isEqualTo("nobody_published");
    }

    @Test
    void endsWhenNobodyPublishesForTenMinutes() {
        gaveUp();
        assertThat(gaveUp(Duration.ofMinutes(9))).isFalse();
        assertThat(gaveUp(Duration.ofMinutes(11))).isTrue();
        assertThat(rows.status(id)).isEqualTo("aborted");
        assertThat(worker.started).isEmpty();
        assertThat(shown.of(room)).isEmpty();
    }

    @Test
    void isLeftAloneWhileNobodyKnowsWhoIsThere() {
        shown.failing = true;
        assertThat(gaveUp()).isFalse();
        assertThat(rows.status(id)).isEqualTo("active");
    }

    @Test
    void isOverWhenItsStopWasAskedFor() {
        jdbc.sql("update meet_recording set status = 'stopped' where id = :id")
                .param("id", id)
                .update();
        shown.people.add(TALKING);
        assertThat(gaveUp()).isTrue();
        assertThat(rows.status(id)).isEqualTo("aborted");
        assertThat(worker.started).isEmpty();
    }

    @Test
    void aSecondStartThatFailsIsTriedTheNextTime() {
        shown.people.add(TALKING);
        worker.onStart = () -> StubWorker.fail(false);
        assertThat(gaveUp()).isFalse();
        assertThat(row(id).workerId()).isEqualTo(first);
        worker.onStart = StubWorker::next;
        gaveUp();
        assertThat(worker.started).hasSize(2);
        assertThat(row(id).workerId()).isNotEqualTo(first);
    }

    @Test
    void aSecondStartWithoutAnswerIsFoundInsteadOfMakingAThird() {
        shown.people.add(TALKING);
        worker.findings.put(id, new Finding(Progress.RUNNING, "ST_silent", null));
        gaveUp();
        assertThat(worker.started).isEmpty();
        assertThat(row(id).workerId()).isEqualTo("ST_silent");
    }

    /** Reconciliation, and whoever asks the room for another recording: both workers would write the same file. */
    @Test
    void ofTwoWhoComeToItAtOnceOneStartsIt() {
        shown.people.add(TALKING);
        worker.onStart = () -> {
            worker.onStart = StubWorker::next;
            assertThat(gaveUp()).isFalse();
            return StubWorker.next();
        };
        assertThat(gaveUp()).isFalse();
        assertThat(worker.started).containsExactly(id);
        assertThat(worker.stopped).isEmpty();
    }

    /** The ids of LiveKit's workers are all alike: they do not tell whether picture or sound was recorded. */
    @Test
    void isStartedAgainByWhomeverItsModeNeeds() {
        jdbc.sql("update meet_recording set worker_id = 'EG_x' where id = :id")
                .param("id", id)
                .update();
        shown.people.add(TALKING);
        gaveUp();
        assertThat(worker.started).containsExactly(id);
    }

    @Test
    void whatIsStartedForARecordingStoppedMeanwhileIsStopped() {
        shown.people.add(TALKING);
        stoppedWhileItStarts();
        gaveUp();
        assertThat(worker.stopped).containsExactly("ST_stray");
        assertThat(row(id).workerId()).isEqualTo(first);
    }

    /** Found by the drill: LiveKit had not answered the second start yet when somebody stopped the recording. */
    @Test
    void whatBeginsLateForARecordingStoppedMeanwhileIsFoundAndStopped() {
        shown.people.add(TALKING);
        worker.onStart = () -> StubWorker.fail(true);
        gaveUp();
        assertThat(stop().status()).isEqualTo(200);
        strays.stopUncertain();
        assertThat(worker.stopped).isEmpty();

        worker.findings.put(id, new Finding(Progress.RUNNING, "ST_late", null));
        strays.stopUncertain();
        assertThat(worker.stopped).containsExactly("ST_late");
        strays.stopUncertain();
        assertThat(worker.stopped).hasSize(1);
        assertThat(kinds()).containsSequence("start_asked", "aborted").endsWith("stray_over");
    }

    /** The row it was looked for by is gone; its ledger is not. */
    @Test
    void whatBeginsLateForARecordingDeletedMeanwhileIsFoundAndStoppedAndItsFileDeleted() {
        rows.owner(id, alice.user().id(), "owner");
        noteInitiated(id, RecordingMode.SCREEN_RECORDING);
        shown.people.add(TALKING);
        worker.onStart = () -> StubWorker.fail(true);
        gaveUp();
        stop();
        assertThat(delete(id).status()).isEqualTo(204);
        worker.findings.put(id, new Finding(Progress.RUNNING, "ST_late", null));
        strays.stopUncertain();
        assertThat(worker.stopped).containsExactly("ST_late");
        strays.stopUncertain();
        assertThat(worker.stopped).hasSize(1);
        assertThat(mayStillCome(id)).isTrue();
    }

    @Test
    void anUnansweredFirstStartIsLookedForThoughItsRecordingWasDeleted() {
        worker.onStart = () -> StubWorker.fail(true);
        jdbc.sql("delete from meet_recording where id = :id").param("id", id).update();
        assertThat(start().status()).isEqualTo(502);
        var failed = (UUID) row().get("id");
        assertThat(delete(failed).status()).isEqualTo(204);
        worker.findings.put(failed, new Finding(Progress.RUNNING, "ST_late", null));
        strays.stopUncertain();
        assertThat(worker.stopped).contains("ST_late");
        assertThat(mayStillCome(failed)).isTrue();
    }

    /** We died between asking for it and its answer, and then its room was deleted. */
    @Test
    void aStartUnderWayIsLookedForThoughItsRoomWasDeleted() {
        var gone = rows.recording(rows.room("gone-" + UUID.randomUUID()), RecordingStatus.INITIATED, null);
        noteInitiated(gone, RecordingMode.TRANSCRIPT);
        repository.delete(
                List.of(new RecordingRepository.Doomed(gone, List.of("recordings/" + gone + ".ogg"))),
                EnumSet.allOf(RecordingStatus.class),
                Receipt.Cause.ROOM,
                null);
        worker.findings.put(gone, new Finding(Progress.RUNNING, "ST_late", null));
        strays.stopUncertain();
        assertThat(worker.stopped).containsExactly("ST_late");
        assertThat(worker.looked).contains(gone);
    }

    @Test
    void whatCannotBeStoppedAtOnceIsStoppedLater() {
        shown.people.add(TALKING);
        worker.onStop = () -> StubWorker.fail(true);
        stoppedWhileItStarts();
        gaveUp();
        worker.onStop = () -> WorkerService.StopOutcome.STOPPED;
        worker.stopped.clear();
        worker.findings.put(id, new Finding(Progress.RUNNING, "ST_stray", null));
        strays.stopUncertain();
        assertThat(worker.stopped).containsExactly("ST_stray");
    }

    /** The first worker, which is over, is not taken for it. */
    @Test
    void anotherWorkerThatIsOverEndsNoSearch() {
        shown.people.add(TALKING);
        worker.onStart = () -> StubWorker.fail(true);
        gaveUp();
        stop();
        worker.findings.put(id, new Finding(Progress.ABORTED, first, null));
        strays.stopUncertain();
        worker.findings.put(id, new Finding(Progress.RUNNING, "ST_late", null));
        strays.stopUncertain();
        assertThat(worker.stopped).containsExactly("ST_late");
    }

    @Test
    void aRefusedStartIsNotLookedFor() {
        shown.people.add(TALKING);
        worker.onStart = () -> StubWorker.fail(false);
        gaveUp();
        stop();
        worker.looked.clear();
        strays.stopUncertain();
        assertThat(worker.looked).doesNotContain(id);
    }

    /** We died between asking for it and its answer, and LiveKit began it when it was given up. */
    @Test
    void aFirstStartThatBeginsAfterItWasGivenUpIsStopped() {
        var never = rows.recording(rows.room("never-" + UUID.randomUUID()), RecordingStatus.INITIATED, null);
        repository.move(never, RecordingStatus.FAILED_TO_START, java.util.Map.of("cause", "never_started"));
        worker.findings.put(never, new Finding(Progress.RUNNING, "ST_never", null));
        strays.stopUncertain();
        assertThat(worker.stopped).containsExactly("ST_never");
    }

    @Test
    void stoppingOneThatWaitsAsksNoWorker() {
        gaveUp();
        assertThat(stop().status()).isEqualTo(200);
        assertThat(worker.stopped).isEmpty();
        assertThat(rows.status(id)).isEqualTo("aborted");
        assertThat(start().status()).isEqualTo(201);
    }

    @Test
    void lateWordsOfTheFirstWorkerAreAcknowledgedAndMeanNothing() {
        ledger.note(row(id), "active", java.util.Map.of("worker_id", first));
        shown.people.add(TALKING);
        gaveUp();
        assertThat(repository.byWorker(first)).isEmpty();
        assertThat(ledger.former(first)).contains(id);
        assertThat(ledger.former(String.valueOf(row(id).workerId()))).isEmpty();
    }

    private Answer delete(UUID recording) {
        return send(alice, "DELETE", "/api/v1.0/recordings/" + recording + "/");
    }

    private boolean mayStillCome(UUID recording) {
        return jdbc.sql("select late_until > now() from causerie.recording_receipt where recording_id = :id")
                .param("id", recording)
                .query(Boolean.class)
                .optional()
                .orElse(false);
    }

    private void noteInitiated(UUID recording, RecordingMode mode) {
        ledger.note(row(recording), "initiated", java.util.Map.of("mode", mode.wire()));
    }

    private void stoppedWhileItStarts() {
        worker.onStart = () -> {
            jdbc.sql("update meet_recording set status = 'aborted' where id = :id")
                    .param("id", id)
                    .update();
            return "ST_stray";
        };
    }

    private boolean gaveUp() {
        return gaveUp(Duration.ZERO);
    }

    /** Reconciliation hears it of the worker, so much later. */
    private boolean gaveUp(Duration later) {
        var starts = new UnattendedStarts(
                workers,
                mediator,
                ledger,
                new UnattendedStarts.Audience(shown, known),
                recordings,
                Clock.offset(Clock.systemUTC(), later),
                locks);
        return new Conclusions(repository, recordings, signs, collector, store, starts, Clock.systemUTC())
                .draw(row(id), new Finding(Progress.UNATTENDED, first, null), Duration.ofMinutes(1));
    }

    private Recording row(UUID recording) {
        return recordings.find(recording).orElseThrow();
    }

    private List<String> kinds() {
        return ledger.of(id).stream().map(RecordingLedger.Line::kind).toList();
    }
}
