package io.causerie.notifications;

import java.time.Instant;
import java.util.Locale;
import java.util.UUID;

/**
 * One person to be told of one recording.
 *
 * @param number of the people told of the recording
 * @param of how many they are
 * @param attempts the present one included
 */
record Notification(UUID id, UUID recording, UUID user, int number, int of, int attempts, Instant createdAt) {

    /** What about; the name stands in the database. */
    enum Kind {
        RECORDING_READY,
        SUMMARY,
        /** A week is left. */
        EXPIRES_7,
        /** A day is left. */
        EXPIRES_1;

        String wire() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
