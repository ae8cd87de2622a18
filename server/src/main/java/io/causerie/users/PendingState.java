package io.causerie.users;

import org.jspecify.annotations.Nullable;

/**
 * A way to the identity provider that has not come back yet.
 *
 * @param addedOn seconds since the epoch; the oldest is forgotten when there are too many
 */
record PendingState(
        boolean logout, @Nullable String nonce, @Nullable String codeVerifier, long addedOn) {

    @Override
    public String toString() {
        return "[REDACTED]";
    }
}
