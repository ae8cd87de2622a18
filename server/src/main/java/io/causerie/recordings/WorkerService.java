package io.causerie.recordings;

import io.causerie.rooms.Room;

/** Records a room by some means; knows nothing of the database, and nothing of its means leaks out (contract 04, section 3). */
public interface WorkerService {

    /** How a stop went. */
    enum StopOutcome {
        STOPPED,
        ABORTED,
        FAILED_TO_STOP
    }

    /** Its stable, readable name. */
    String hrid();

    /**
     * Starts recording into {@code key}; answers the worker's id. Throws {@link WorkerException}, which says whether a recording may be running all the
     * same.
     */
    String start(Room room, Recording recording, String key);

    /** Asks the recording to end; throws {@link WorkerException}. */
    StopOutcome stop(String workerId);
}
