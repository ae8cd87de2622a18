package io.causerie.recordings;

import io.causerie.platform.ApiException;
import io.causerie.recordings.WorkerService.Finding;
import io.causerie.recordings.WorkerService.Progress;
import io.causerie.recordings.WorkerService.StopOutcome;
import io.causerie.rooms.Room;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Drives a worker it is given, and alone turns what comes of it into states of the recording and words for people (contract 04, section 3). */
@Component
class WorkerMediator {

    private static final Logger log = LoggerFactory.getLogger(WorkerMediator.class);

    private final RecordingRepository repository;
    private final RecordingLedger ledger;
    private final RoomSigns signs;

    WorkerMediator(RecordingRepository repository, RecordingLedger ledger, RoomSigns signs) {
        this.repository = repository;
        this.ledger = ledger;
        this.signs = signs;
    }

    /** Starts; 502 when it did not. The recording is written down already, and no transaction is open. */
    void start(WorkerService worker, Room room, Recording recording, String key) {
        String workerId;
        try {
            workerId = worker.start(room, recording, key);
        } catch (WorkerException e) {
            log.error("recording {} failed to start: {}", recording.id(), e.getMessage());
            throw notStarted(worker, room, recording, key, e);
        } catch (RuntimeException e) {
            log.error("recording {} failed to start", recording.id(), e);
            throw notStarted(
                    worker,
                    room,
                    recording,
                    key,
                    new WorkerException(e.getClass().getSimpleName(), true));
        }
        var active = repository.activate(recording.id(), workerId, Map.of("worker_id", workerId, "by", worker.hrid()));
        if (active.isEmpty() && !adopted(recording, workerId)) {
            stopStray(worker, recording, workerId);
            throw failed(room, "");
        }
        signs.starting(active.orElse(recording));
    }

    /** It ended before it had begun, and is to be started again: shows that it begins, and notes why it takes so long. */
    void awaitPublisher(Recording recording) {
        if (!waiting(recording)) {
            ledger.note(recording, RecordingLedger.NOBODY_PUBLISHED, Map.of());
            signs.starting(recording);
        }
    }

    boolean waiting(Recording recording) {
        return ledger.last(recording.id(), List.of("active", RecordingLedger.NOBODY_PUBLISHED))
                .filter(RecordingLedger.NOBODY_PUBLISHED::equals)
                .isPresent();
    }

    /** Starts it again; what may have been started before, though no answer came, is taken instead. A failure changes nothing: it can be tried again. */
    void startAgain(WorkerService worker, Room room, Recording recording, String key) {
        String workerId;
        try {
            var running = worker.look(recording.withoutWorker(), key);
            workerId = running.progress() == Progress.RUNNING && running.workerId() != null
                    ? running.workerId()
                    : begin(worker, room, recording, key);
        } catch (WorkerException e) {
            log.warn("recording {} cannot be started again now: {}", recording.id(), e.getMessage());
            return;
        }
        var details = Map.of("worker_id", workerId, "by", worker.hrid(), "cause", "started_again");
        repository
                .replaceWorker(recording.id(), recording.workerId(), workerId, details)
                .ifPresentOrElse(signs::starting, () -> stopUnlessTaken(worker, recording, workerId));
    }

    /** Noted before, and what came of it after: if it is stopped meanwhile, or we die, whatever begins is looked for and stopped. */
    private String begin(WorkerService worker, Room room, Recording recording, String key) {
        ledger.note(recording, RecordingLedger.START_ASKED, Map.of());
        try {
            return worker.start(room, recording, key);
        } catch (WorkerException e) {
            if (!e.unknown()) {
                ledger.note(recording, RecordingLedger.START_REFUSED, Map.of());
            }
            throw e;
        }
    }

    /** It was stopped or deleted while it started, or another replica was first. */
    private void stopUnlessTaken(WorkerService worker, Recording recording, String workerId) {
        if (!adopted(recording, workerId)) {
            stopStray(worker, recording, workerId);
        }
    }

    /** Stops; 500 when that failed. */
    void stop(WorkerService worker, Room room, Recording recording) {
        if (waiting(recording)) {
            repository.move(recording.id(), RecordingStatus.ABORTED, Map.of("cause", "requested"));
            signs.ended(recording, Map.of("cause", "requested"));
            return;
        }
        try {
            // an active recording without worker id is no special case (section 4.2)
            var id = recording.workerId() == null ? "" : recording.workerId();
            var status = status(worker.stop(id));
            repository.move(recording.id(), status, Map.of("cause", "requested"));
        } catch (WorkerException e) {
            log.error("recording {} failed to stop: {}", recording.id(), e.getMessage());
            repository.move(recording.id(), RecordingStatus.FAILED_TO_STOP, Map.of("cause", "stop_failed"));
            throw new ApiException.Failed(500, "Recording failed to stop for room " + room.slug());
        }
    }

    private static RecordingStatus status(StopOutcome outcome) {
        return switch (outcome) {
            case STOPPED -> RecordingStatus.STOPPED;
            case ABORTED -> RecordingStatus.ABORTED;
            case FAILED_TO_STOP -> RecordingStatus.FAILED_TO_STOP;
        };
    }

    private ApiException notStarted(
            WorkerService worker, Room room, Recording recording, String key, WorkerException e) {
        if (e.unknown()) {
            ledger.note(recording, RecordingLedger.START_UNKNOWN, Map.of());
            stopIfStarted(worker, recording, key);
        }
        repository.move(
                recording.id(),
                RecordingStatus.FAILED_TO_START,
                Map.of(
                        "cause",
                        e.unknown() ? "no_answer" : "refused",
                        "reason",
                        e.words().orElse("")));
        return failed(room, e.words().map(it -> ": " + it).orElse(""));
    }

    /** No answer is no refusal: what may have started is looked for, and stopped (section 14.3). Reconciliation looks again later. */
    void stopIfStarted(WorkerService worker, Recording recording, String key) {
        try {
            Finding finding = worker.look(recording.withoutWorker(), key);
            if (finding.progress() == Progress.RUNNING && finding.workerId() != null) {
                stopStray(worker, recording, finding.workerId());
            } else if (finding.progress() != Progress.UNHEARD && recording.workerId() == null) {
                // of one that had a worker it may be that one which is over
                ledger.note(recording, RecordingLedger.STRAY_OVER, Map.of());
            }
        } catch (WorkerException e) {
            log.warn("recording {}: nobody can tell now whether it started: {}", recording.id(), e.getMessage());
        }
    }

    private void stopStray(WorkerService worker, Recording recording, String workerId) {
        try {
            worker.stop(workerId);
            ledger.note(recording, RecordingLedger.STRAY_OVER, Map.of("worker_id", workerId));
        } catch (WorkerException e) {
            log.warn("recording {}: its stray worker did not stop: {}", recording.id(), e.getMessage());
            ledger.noteOnce(recording, RecordingLedger.STRAY, List.of(RecordingLedger.STRAY), Map.of());
        }
    }

    /** Reconciliation may have found the worker while its answer was on the way. */
    private boolean adopted(Recording recording, String workerId) {
        return repository
                .find(recording.id())
                .filter(it -> workerId.equals(it.workerId()))
                .isPresent();
    }

    private static ApiException failed(Room room, String why) {
        return ApiException.Failed.badGateway("Recording failed to start for room " + room.slug() + why);
    }
}
