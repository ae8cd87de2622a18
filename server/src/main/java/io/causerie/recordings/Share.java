package io.causerie.recordings;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A link by which whoever holds it watches a recording.
 *
 * @param views how often its page was opened
 */
record Share(
        UUID id,
        Instant createdAt,
        Instant expiresAt,
        long views,
        @Nullable Instant lastViewedAt) {}
