package io.causerie.recordings;

/**
 * The account of all recordings ever started: {@code started = playable + explained + deleted + inFlight}, always. What is missing in it was lost.
 *
 * @param playable the file may be watched
 * @param explained nothing to watch, and the timeline says why
 * @param deleted by somebody or by age; a receipt or a line of the timeline says so
 * @param inFlight being recorded, or being written out
 * @param overdue of those in flight: what reconciliation should have settled by now
 */
record Account(long started, long playable, long explained, long deleted, long inFlight, long overdue) {

    /** Started, and nobody knows what became of them. */
    long lost() {
        return started - playable - explained - deleted - inFlight;
    }

    boolean balanced() {
        return lost() == 0 && overdue == 0;
    }
}
