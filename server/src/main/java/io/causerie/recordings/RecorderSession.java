package io.causerie.recordings;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A recording made by a browser: how far it is.
 *
 * @param owner the server that started the browser
 * @param startedAt when the recorder said that it records
 * @param heardAt when the recorder was last heard of
 * @param nextChunk the number of the chunk that is waited for
 * @param bytes how much is stored
 * @param lastDigest the SHA-256 of the last chunk
 * @param stopAt when somebody asked it to stop
 * @param closedAt when the last byte was taken
 * @param settledAt when the file was finished and everybody told
 */
record RecorderSession(
        UUID recordingId,
        UUID roomId,
        String roomName,
        RecordingMode mode,
        String key,
        UUID owner,
        Instant createdAt,
        @Nullable Instant claimedAt,
        @Nullable Instant startedAt,
        Instant heardAt,
        int nextChunk,
        long bytes,
        byte @Nullable [] lastDigest,
        @Nullable Instant stopAt,
        @Nullable String reason,
        @Nullable Instant closedAt,
        @Nullable Instant settledAt) {

    static final String PREFIX = "BR_";

    String workerId() {
        return PREFIX + recordingId;
    }

    boolean closed() {
        return closedAt != null;
    }

    /** Whether it is over and nothing is left to do. */
    boolean settled() {
        return settledAt != null;
    }

    /** Whether it has something to show for itself. */
    boolean begun() {
        return startedAt != null || bytes > 0;
    }

    boolean stopping() {
        return stopAt != null;
    }
}
