package io.causerie.notifications;

import java.util.Locale;

/** What came of an attempt to tell somebody. */
enum Outcome {
    SENT,
    /** The person has no address or does not own the recording any more, or the recording is gone: nothing to do. */
    SKIPPED,
    /** It failed, and is tried again. */
    QUEUED,
    /** It failed for too long. */
    GIVEN_UP;

    String state() {
        return name().toLowerCase(Locale.ROOT);
    }
}
