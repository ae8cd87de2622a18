package io.causerie.users;

import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Where sessions are kept: in PostgreSQL, or in the Redis replicas share. Nothing is written but by these methods. */
interface SessionStore {

    /** A session with the user it names; {@code user} is null for nobody, or somebody deleted. */
    record Found(
            @Nullable UUID userId,
            byte @Nullable [] proof,
            SessionData data,
            @Nullable User user,
            String password) {}

    /** Who is signed in: the id, the proof of the password column, the provider's session and token. */
    record Owner(
            UUID id,
            byte[] proof,
            @Nullable String sid,
            @Nullable String idToken) {}

    Optional<Found> find(SessionKey key);

    /** Changes what a session remembers, meeting no other change half-way; empty when the session is gone. */
    Optional<SessionData> change(SessionKey key, UnaryOperator<SessionData> change, Duration lasting);

    /** Removes and answers one state; of two callers with the same state only one gets it. */
    Optional<PendingState> take(SessionKey key, String state, Duration lasting);

    /** Makes {@code owner}'s what was the session {@code from}, under the key {@code to}; false when it is gone. */
    boolean signIn(SessionKey from, SessionKey to, Owner owner, boolean keepData, Duration lasting);

    void insert(SessionKey key, SessionData data, Duration lasting);

    void insert(SessionKey key, Owner owner, Duration lasting);

    void delete(SessionKey key);

    /** Ends the sessions of the person, or of the provider's session alone where it names one; false when that token was here before. */
    boolean end(LogoutToken token);

    void deleteExpired();
}
