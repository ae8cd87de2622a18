package io.causerie.recordings;

import io.causerie.rooms.Room;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Records a room by some means; knows nothing of the database, and nothing of its means leaks out (contract 04, section 3). Every call may throw
 * {@link WorkerException}.
 */
public interface WorkerService {

    /** How a stop went. */
    enum StopOutcome {
        STOPPED,
        ABORTED,
        FAILED_TO_STOP
    }

    /** How far a recording is, as its worker sees it. */
    enum Progress {
        /** It runs, or is being written out: leave it alone. */
        RUNNING,
        /** The file is complete. */
        FINISHED,
        /** The file is complete up to the longest duration allowed. */
        LIMIT_REACHED,
        /** It ended before it had recorded anything. */
        ABORTED,
        /** It gave up because nobody had published anything; it may be started again when somebody does. */
        UNATTENDED,
        /** It broke; there is no file, or none to rely on. */
        FAILED,
        /** The worker does not know it: never started, or too long ago. */
        UNHEARD
    }

    /**
     * What a worker knows of a recording.
     *
     * @param workerId what it calls it; null if unheard of
     * @param reason a short word for the timeline, without personal data
     */
    record Finding(
            Progress progress,
            @Nullable String workerId,
            @Nullable String reason) {

        public static final Finding UNHEARD = new Finding(Progress.UNHEARD, null, null);
    }

    /** Its stable, readable name. */
    String hrid();

    /** The values of {@code RECORDING_WORKER_CLASSES} that choose it. */
    default Set<String> names() {
        return Set.of(hrid());
    }

    /** Whether it gave that worker id, whatever the configuration says now. */
    boolean gave(String workerId);

    /**
     * Starts recording into {@code key}; answers the worker's id. An exception says whether a recording may be running all the same.
     */
    String start(Room room, Recording recording, String key);

    /** Asks the recording to end. */
    StopOutcome stop(String workerId);

    /**
     * Looks what became of a recording, by its worker id, or by room and key if it has none. An exception means that nobody can tell now, and that nothing
     * must be concluded.
     */
    Finding look(Recording recording, String key);

    /** When the file of a finished recording begins and ends. */
    default RecordingTimes.Span times(Recording recording) {
        return RecordingTimes.Span.UNKNOWN;
    }
}
