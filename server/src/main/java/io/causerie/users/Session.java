package io.causerie.users;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A browser's session as found in the database. */
record Session(SessionKey key, @Nullable UUID userId, SessionData data) {

    Session with(SessionData changed) {
        return new Session(key, userId, changed);
    }
}
