package io.causerie.users;

import io.causerie.platform.Redis;
import io.lettuce.core.ScriptOutputType;
import io.lettuce.core.SetArgs;
import java.time.Clock;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Sessions in the Redis that replicas share: a request reads one value there and the user in PostgreSQL; values end by themselves. */
@Component
class RedisSessions implements SessionStore {

    /** Replaces a value, and its name, if it is still the one that was read. */
    private static final String SWAP = """
            if redis.call('get', KEYS[1]) ~= ARGV[1] then return 0 end
            if KEYS[1] ~= KEYS[2] then redis.call('del', KEYS[1]) end
            redis.call('set', KEYS[2], ARGV[2], 'PX', ARGV[3])
            return 1""";

    private static final int MOST_TRIES = 50;

    private final Redis redis;
    private final UserRepository users;
    private final JsonMapper json;
    private final Clock clock;

    RedisSessions(Redis redis, UserRepository users, JsonMapper json, Clock clock) {
        this.redis = redis;
        this.users = users;
        this.json = json;
        this.clock = clock;
    }

    /** What stands under a session's name. */
    record Kept(
            @Nullable UUID userId,
            byte @Nullable [] proof,
            @Nullable String sid,
            SessionData data) {

        Kept with(SessionData changed) {
            return new Kept(userId, proof, sid, changed);
        }

        static Kept of(Owner owner, SessionData data) {
            return new Kept(
                    owner.id(), owner.proof(), owner.sid(), data.notSilent().withIdToken(owner.idToken()));
        }
    }

    @Override
    public Optional<Found> find(SessionKey key) {
        return kept(name(key)).map(it -> {
            var user = Optional.ofNullable(it.userId()).flatMap(users::identified);
            return new Found(
                    it.userId(),
                    it.proof(),
                    it.data(),
                    user.map(Identified::user).orElse(null),
                    user.map(Identified::password).orElse(""));
        });
    }

    @Override
    public Optional<SessionData> change(SessionKey key, UnaryOperator<SessionData> change, Duration lasting) {
        return swap(key, key, it -> it.with(change.apply(it.data())), lasting).map(it -> change.apply(it.data()));
    }

    @Override
    public Optional<PendingState> take(SessionKey key, String state, Duration lasting) {
        return swap(key, key, it -> it.data().knows(state) ? it.with(it.data().withoutState(state)) : null, lasting)
                .map(it -> it.data().state(state));
    }

    @Override
    public boolean signIn(SessionKey from, SessionKey to, Owner owner, boolean keepData, Duration lasting) {
        return swap(from, to, it -> Kept.of(owner, keepData ? it.data() : SessionData.EMPTY), lasting)
                .isPresent();
    }

    @Override
    public void insert(SessionKey key, SessionData data, Duration lasting) {
        put(key, new Kept(null, null, null, data), lasting);
    }

    @Override
    public void insert(SessionKey key, Owner owner, Duration lasting) {
        var kept = Kept.of(owner, SessionData.EMPTY);
        put(key, kept, lasting);
        index(key, kept, lasting);
    }

    @Override
    public void delete(SessionKey key) {
        redis.with(it -> it.del(name(key)));
    }

    @Override
    public boolean end(LogoutToken token) {
        var id = "causerie:logout-token:" + HexFormat.of().formatHex(SessionKey.hash(token.id()));
        var lasting = Duration.between(clock.instant(), token.expires());
        if (redis.<@Nullable String>with(
                        it -> it.set(id, "", SetArgs.Builder.nx().px(lasting)))
                == null) {
            return false;
        }
        try {
            var person = Optional.ofNullable(token.sub()).flatMap(users::bySub);
            person.map(it -> ofUser(it.user().id()))
                    .or(() -> Optional.ofNullable(token.sid()).map(RedisSessions::atProvider))
                    .ifPresent(set -> endAll(set, person.isPresent() ? token.sid() : null));
            return true;
        } catch (RuntimeException e) {
            redis.with(it -> it.del(id));
            throw e;
        }
    }

    /** Everything here ends by its own time. */
    @Override
    public void deleteExpired() {}

    private void endAll(String set, @Nullable String sid) {
        Set<String> names = redis.with(it -> it.smembers(set));
        for (var name : names) {
            var theirs = kept(name).map(Kept::sid);
            if (sid == null || theirs.isEmpty() || theirs.get().equals(sid)) {
                redis.with(it -> it.del(name));
                redis.with(it -> it.srem(set, name));
            }
        }
    }

    /** What stood there before; empty when nothing did, or {@code change} answers null. */
    private Optional<Kept> swap(SessionKey from, SessionKey to, Change change, Duration lasting) {
        for (int i = 0; i < MOST_TRIES; i++) {
            var text = redis.<@Nullable String>with(it -> it.get(name(from)));
            var before = text == null ? null : json.readValue(text, Kept.class);
            var after = before == null ? null : change.apply(before);
            if (text == null || before == null || after == null) {
                return Optional.empty();
            }
            String[] names = {name(from), name(to)};
            String[] values = {text, json.writeValueAsString(after), String.valueOf(lasting.toMillis())};
            boolean done = redis.with(it -> it.<Boolean>eval(SWAP, ScriptOutputType.BOOLEAN, names, values));
            if (done) {
                index(to, after, lasting);
                return Optional.of(before);
            }
        }
        throw new ConcurrencyFailureException("a session is changed by too many at once");
    }

    private interface Change {
        @Nullable
        Kept apply(Kept before);
    }

    private void put(SessionKey key, Kept value, Duration lasting) {
        redis.with(it -> it.set(name(key), json.writeValueAsString(value), SetArgs.Builder.px(lasting)));
    }

    /** By whom, and by which session of the provider, so that a logout token finds it for as long as it lasts. */
    private void index(SessionKey key, Kept kept, Duration lasting) {
        if (kept.userId() != null) {
            enrol(ofUser(kept.userId()), key, lasting);
        }
        if (kept.sid() != null) {
            enrol(atProvider(kept.sid()), key, lasting);
        }
    }

    private void enrol(String set, SessionKey key, Duration lasting) {
        redis.with(it -> it.sadd(set, name(key)));
        // never sooner: others of theirs may last longer
        if (redis.with(it -> it.pttl(set)) < lasting.toMillis()) {
            redis.with(it -> it.pexpire(set, lasting));
        }
    }

    private Optional<Kept> kept(String name) {
        var text = redis.<@Nullable String>with(it -> it.get(name));
        return Optional.ofNullable(text).map(it -> json.readValue(it, Kept.class));
    }

    private static String name(SessionKey key) {
        return "causerie:session:" + HexFormat.of().formatHex(key.hash());
    }

    private static String ofUser(UUID id) {
        return "causerie:sessions-of:" + id;
    }

    private static String atProvider(String sid) {
        return "causerie:sessions-at:" + HexFormat.of().formatHex(SessionKey.hash(sid));
    }
}
