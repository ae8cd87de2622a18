package io.causerie.recordings;

import io.causerie.recordings.WorkerService.Finding;
import io.causerie.storage.ObjectStore;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Turns what a worker knows of an unsettled recording into its state (the table of contract 04, section 14.2). */
@Component
class Conclusions {

    private static final Logger log = LoggerFactory.getLogger(Conclusions.class);

    /** Nothing is concluded sooner from a worker that knows nothing, or from a file that is not there. */
    private static final Duration SILENCE = Duration.ofSeconds(60);

    /** How long a store is asked that does not tell. */
    private static final Duration STORE_SILENCE = Duration.ofDays(1);

    /** Whoever writes a file writes at least that often. */
    private static final Duration WHOLE = Duration.ofSeconds(10);

    private final RecordingRepository repository;
    private final Recordings recordings;
    private final RoomSigns signs;
    private final MetadataCollector collector;
    private final ObjectStore store;
    private final UnattendedStarts unattended;
    private final Clock clock;

    Conclusions(
            RecordingRepository repository,
            Recordings recordings,
            RoomSigns signs,
            MetadataCollector collector,
            ObjectStore store,
            UnattendedStarts unattended,
            Clock clock) {
        this.repository = repository;
        this.recordings = recordings;
        this.signs = signs;
        this.collector = collector;
        this.store = store;
        this.unattended = unattended;
        this.clock = clock;
    }

    String key(Recording recording) {
        return recordings.key(recording);
    }

    /** True if the recording does not occupy its room any more. */
    boolean draw(Recording recording, Finding finding, Duration age) {
        boolean over = switch (finding.progress()) {
            case RUNNING -> {
                adopt(recording, finding);
                yield false;
            }
            case FINISHED, LIMIT_REACHED -> adopt(recording, finding) && complete(recording, finding.reason());
            case ABORTED -> end(recording, RecordingStatus.ABORTED, finding.reason());
            case UNATTENDED ->
                !unattended.await(recording)
                        && end(recording, RecordingStatus.ABORTED, RecordingLedger.NOBODY_PUBLISHED);
            case FAILED -> end(recording, RecordingStatus.FAILED_TO_STOP, finding.reason());
            case UNHEARD -> age.compareTo(SILENCE) >= 0 && unheard(recording, age);
        };
        if (over) {
            log.info(
                    "recording {} is over: it was {}",
                    recording.id(),
                    recording.status().wire());
            signs.ended(recording, Map.of("cause", "reconciliation"));
            collector.stop(recording);
        }
        return over;
    }

    /** A worker whose id was never written down. */
    private boolean adopt(Recording recording, Finding finding) {
        var id = finding.workerId();
        if (id == null) {
            return true;
        }
        var details = Map.of("worker_id", id, "cause", "adopted");
        if (recording.status() == RecordingStatus.INITIATED) {
            return repository.activate(recording.id(), id, details).isPresent();
        }
        if (recording.status() == RecordingStatus.ACTIVE && !recording.known()) {
            return repository
                    .replaceWorker(recording.id(), recording.workerId(), id, details)
                    .isPresent();
        }
        return true;
    }

    private boolean complete(Recording recording, @Nullable String reason) {
        var cause = reason == null ? "reconciliation" : reason;
        return recording.status() == RecordingStatus.FAILED_TO_STOP
                ? recordings.rescue(recording.id(), cause)
                : recordings.complete(recording.id(), cause);
    }

    private boolean end(Recording recording, RecordingStatus to, @Nullable String reason) {
        var cause = Map.of("cause", reason == null ? "reconciliation" : reason);
        return switch (recording.status()) {
            case INITIATED ->
                repository
                        .move(recording.id(), RecordingStatus.FAILED_TO_START, cause)
                        .isPresent();
            case ACTIVE, STOPPED -> repository.move(recording.id(), to, cause).isPresent();
            case SAVED,
                    ABORTED,
                    FAILED_TO_START,
                    FAILED_TO_STOP,
                    NOTIFICATION_SUCCEEDED,
                    EXTERNAL_PROCESS_SUCCESSFUL,
                    EXTERNAL_PROCESS_FAILED -> false;
        };
    }

    /** Saves one that was given up, if a whole file of it is there after all. */
    void rescue(Recording recording) {
        if (file(recording) == FileState.WHOLE) {
            recordings.rescue(recording.id(), "file_found");
        }
    }

    private boolean unheard(Recording recording, Duration age) {
        if (recording.status() == RecordingStatus.INITIATED) {
            return end(recording, RecordingStatus.FAILED_TO_START, "never_started");
        }
        return switch (file(recording)) {
            case WHOLE -> complete(recording, "file_found");
            case GROWING -> false;
            case UNKNOWN -> untold(recording, age);
            case MISSING -> {
                var to = recording.status() == RecordingStatus.STOPPED
                        ? RecordingStatus.FAILED_TO_STOP
                        : RecordingStatus.ABORTED;
                yield end(recording, to, "file_missing");
            }
        };
    }

    /** What the store says of a recording's file. */
    private enum FileState {
        WHOLE,
        GROWING,
        MISSING,
        UNKNOWN
    }

    private FileState file(Recording recording) {
        try {
            return store.head(recordings.key(recording))
                    .filter(it -> it.size() > 0)
                    .map(it -> growing(it) ? FileState.GROWING : FileState.WHOLE)
                    .orElse(FileState.MISSING);
        } catch (IOException | RuntimeException e) {
            log.info(
                    "recording {}: the store does not tell whether its file is there: {}",
                    recording.id(),
                    e.getMessage());
            return FileState.UNKNOWN;
        }
    }

    /** Its room is freed all the same; whether there is a file is asked again for a day, and another day after it was given up. */
    private boolean untold(Recording recording, Duration age) {
        return switch (recording.status()) {
            case ACTIVE ->
                repository
                        .move(recording.id(), RecordingStatus.STOPPED, Map.of("cause", "worker_gone"))
                        .isPresent();
            case STOPPED ->
                age.compareTo(STORE_SILENCE) >= 0 && end(recording, RecordingStatus.FAILED_TO_STOP, "store_silent");
            default -> false;
        };
    }

    /** A file that was written to a moment ago may not be whole. A store whose clock is ahead of ours is believed. */
    private boolean growing(ObjectStore.Head file) {
        var age = Duration.between(file.modified(), clock.instant());
        return !age.isNegative() && age.compareTo(WHOLE) < 0;
    }
}
