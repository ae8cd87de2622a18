package io.causerie.users;

import io.causerie.platform.CauserieProperties;
import io.causerie.users.SessionRepository.Owner;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Browser sessions: found by their key, changed by sign-in and sign-out only, ended by time (contract 01, section 8.1). */
@Service
class Sessions {

    private final SessionRepository repository;
    private final SessionProperties properties;
    private final Clock clock;
    private final TransactionTemplate transaction;
    private final SecretKeySpec secret;

    Sessions(
            SessionRepository repository,
            SessionProperties properties,
            CauserieProperties causerie,
            Clock clock,
            PlatformTransactionManager transactions) {
        this.repository = repository;
        this.properties = properties;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
        this.secret = new SecretKeySpec(
                ("causerie session" + causerie.secretKey().value()).getBytes(StandardCharsets.UTF_8), "HmacSHA256");
    }

    /** The session of that key and the user it names, in one statement; empty when unknown, expired or made void by a new password. */
    Optional<Browser> find(SessionKey key) {
        return repository
                .find(key, clock.instant())
                .filter(this::stands)
                .map(it -> new Browser(new Session(key, it.userId(), it.data()), it.user()));
    }

    /** Changes what {@code session} remembers, or begins one when there is none; the change meets no other half-way. */
    Session change(@Nullable Session session, UnaryOperator<SessionData> change) {
        return change(session, change, Duration.ofSeconds(properties.age()));
    }

    /** The same for a session that lasts only so much longer, unless something changes it again. */
    Session change(@Nullable Session session, UnaryOperator<SessionData> change, Duration lasting) {
        if (session == null) {
            return begin(change.apply(SessionData.EMPTY));
        }
        var changed = transaction.execute(status -> repository
                .lock(session.key())
                .map(change)
                .map(data -> {
                    repository.update(session.key(), data, clock.instant().plus(lasting));
                    return session.with(data);
                })
                .orElse(null));
        return changed == null ? begin(change.apply(SessionData.EMPTY)) : changed;
    }

    /** Takes a pending state out of the session; only one of several callers gets it. */
    Optional<PendingState> take(Session session, String state) {
        return repository.take(session.key(), state, end());
    }

    /** Makes the browser the user's; answers the key to use from now on. */
    SessionKey signIn(@Nullable Session session, Identified user, @Nullable String sid, @Nullable String idToken) {
        var owner = new Owner(user.user().id(), proof(user.password()), sid, idToken);
        var before = session == null ? null : session.userId();
        boolean same = owner.id().equals(before);
        boolean keepData = same || before == null;
        var key = same && session != null ? session.key() : SessionKey.fresh();
        if (session == null || !repository.signIn(session.key(), key, owner, keepData, end())) {
            repository.insert(key, owner, end());
        }
        return key;
    }

    void end(Session session) {
        repository.delete(session.key());
    }

    @Scheduled(fixedDelay = 3600, initialDelay = 60, timeUnit = TimeUnit.SECONDS)
    void sweep() {
        repository.deleteExpired(clock.instant());
    }

    private Session begin(SessionData data) {
        var key = SessionKey.fresh();
        repository.insert(key, data, end());
        return new Session(key, null, data);
    }

    private Instant end() {
        return clock.instant().plusSeconds(properties.age());
    }

    private boolean stands(SessionRepository.Found found) {
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
