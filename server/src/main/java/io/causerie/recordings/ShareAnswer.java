package io.causerie.recordings;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A link on the wire, without what opens it. */
record ShareAnswer(
        UUID id,
        Instant createdAt,
        Instant expiresAt,
        boolean isExpired,
        long views,
        @Nullable Instant lastViewedAt) {

    /** Those of a recording, and how long another may live: at the most, and if nobody says otherwise. */
    record Page(List<ShareAnswer> results, int maxDays, int defaultDays) {}

    /** A new one. {@code link}: path and fragment of its address; what follows {@code #} is told here and never again. */
    record Made(@JsonUnwrapped ShareAnswer share, String link) {}

    static ShareAnswer of(Share it, Instant now) {
        return new ShareAnswer(
                it.id(), it.createdAt(), it.expiresAt(), !it.expiresAt().isAfter(now), it.views(), it.lastViewedAt());
    }
}
