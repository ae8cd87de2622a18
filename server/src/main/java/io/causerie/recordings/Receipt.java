package io.causerie.recordings;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What is left of a deleted recording until the store confirms that its objects are gone.
 *
 * @param lateUntil until when objects may still come, because its worker had not ended or nobody knows whether it had; null when none can
 */
record Receipt(
        UUID recording,
        UUID room,
        List<String> keys,
        @Nullable Instant lateUntil) {

    /** Why a recording was deleted. */
    enum Cause {
        /** Somebody deleted it. */
        PERSON,
        /** Its room was deleted. */
        ROOM,
        /** It was kept for as long as it is to be kept. */
        EXPIRED,
        OPERATOR
    }
}
