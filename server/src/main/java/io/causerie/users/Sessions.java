package io.causerie.users;

import io.causerie.platform.CauserieProperties;
import io.causerie.users.SessionStore.Owner;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;

/** Browser sessions: found by their key, changed by sign-in and sign-out only, ended by time (contract 01, section 8.1). */
@Service
class Sessions {

    private final SessionStore store;
    private final Duration age;
    private final SecretKeySpec secret;

    Sessions(SessionStore store, SessionProperties properties, CauserieProperties causerie) {
        this.store = store;
        this.age = Duration.ofSeconds(properties.age());
        this.secret = new SecretKeySpec(
                ("causerie session" + causerie.secretKey().value()).getBytes(StandardCharsets.UTF_8), "HmacSHA256");
    }

    /** The session of that key and the user it names, in one statement; empty when unknown, expired or made void by a new password. */
    Optional<Browser> find(SessionKey key) {
        return store.find(key)
                .filter(this::stands)
                .map(it -> new Browser(new Session(key, it.userId(), it.data()), it.user()));
    }

    /** Changes what {@code session} remembers, or begins one when there is none; the change meets no other half-way. */
    Session change(@Nullable Session session, UnaryOperator<SessionData> change) {
        return change(session, change, age);
    }

    /** The same for a session that lasts only so much longer, unless something changes it again. */
    Session change(@Nullable Session session, UnaryOperator<SessionData> change, Duration lasting) {
        if (session == null) {
            return begin(change.apply(SessionData.EMPTY));
        }
        return store.change(session.key(), change, lasting)
                .map(session::with)
                .orElseGet(() -> begin(change.apply(SessionData.EMPTY)));
    }

    /** Takes a pending state out of the session; only one of several callers gets it. */
    Optional<PendingState> take(Session session, String state) {
        return store.take(session.key(), state, age);
    }

    /** Makes the browser the user's; answers the key to use from now on. */
    SessionKey signIn(@Nullable Session session, Identified user, @Nullable String sid, @Nullable String idToken) {
        var owner = new Owner(user.user().id(), proof(user.password()), sid, idToken);
        var before = session == null ? null : session.userId();
        boolean same = owner.id().equals(before);
        boolean keepData = same || before == null;
        var key = same && session != null ? session.key() : SessionKey.signedIn();
        if (session == null || !store.signIn(session.key(), key, owner, keepData, age)) {
            store.insert(key, owner, age);
        }
        return key;
    }

    void end(Session session) {
        store.delete(session.key());
    }

    /** Ends the sessions the provider's logout token speaks of; false when that token was here before. */
    boolean end(LogoutToken token) {
        return store.end(token);
    }

    @Scheduled(fixedDelay = 3600, initialDelay = 60, timeUnit = TimeUnit.SECONDS)
    void sweep() {
        store.deleteExpired();
    }

    private Session begin(SessionData data) {
        var key = SessionKey.fresh();
        store.insert(key, data, age);
        return new Session(key, null, data);
    }

    private boolean stands(SessionStore.Found found) {
        return found.user() == null
                || found.proof() == null
                || MessageDigest.isEqual(found.proof(), proof(found.password()));
    }

    private byte[] proof(String password) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(secret);
            return mac.doFinal(password.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
