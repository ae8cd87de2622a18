package io.causerie.users;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The browser behind a request: its session, and who is signed in there.
 *
 * @param owner whose session it is, even when the account is no longer active
 */
record Browser(@Nullable Session session, @Nullable User owner) {

    static final Browser UNKNOWN = new Browser(null, null);

    /** Who acts: inactive accounts count as nobody (contract 01, section 7.2). */
    Optional<User> user() {
        return Optional.ofNullable(owner).filter(User::active);
    }

    SessionData data() {
        return session == null ? SessionData.EMPTY : session.data();
    }
}
