package io.causerie.rooms;

import io.causerie.platform.Redis;
import io.causerie.platform.RedisDown;
import io.lettuce.core.SetArgs;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Instant;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Slugs of rooms just made, each for the one page that knows its secret name, and told once (contract 03, section 6): in process, or in Redis where replicas
 * share one. Kept under the name's hash, so that neither a memory dump nor a long name does harm.
 */
@Component
class CreationCallbacks {

    /** Beyond that the eldest are forgotten. */
    static final int MOST = 10_000;

    private static final Logger log = LoggerFactory.getLogger(CreationCallbacks.class);

    private final Redis redis;
    private final RoomProperties properties;
    private final Clock clock;
    private final LinkedHashMap<String, Entry> entries = new LinkedHashMap<>();

    CreationCallbacks(Redis redis, RoomProperties properties, Clock clock) {
        this.redis = redis;
        this.properties = properties;
        this.clock = clock;
    }

    private record Entry(String slug, Instant end) {}

    /** Keeps the slug for a while. The room is there already: a Redis that is down costs only the page's comfort. */
    void keep(String callback, String slug) {
        var key = key(callback);
        if (!redis.configured()) {
            keepHere(key, slug);
            return;
        }
        try {
            redis.with(commands -> commands.set(key, slug, SetArgs.Builder.px(properties.callbackLife())));
        } catch (RedisDown e) {
            log.error("Redis does not answer: a page will not be told of the room made for it");
        }
    }

    /** Tells the slug and forgets it, in one step: of two who ask at once one is told. */
    Optional<String> take(String callback) {
        var key = key(callback);
        return redis.configured() ? Optional.ofNullable(redis.with(commands -> commands.getdel(key))) : takeHere(key);
    }

    private synchronized void keepHere(String key, String slug) {
        entries.remove(key);
        var now = clock.instant();
        var eldest = entries.values().iterator();
        while (eldest.hasNext() && (eldest.next().end().isBefore(now) || entries.size() >= MOST)) {
            eldest.remove();
        }
        entries.put(key, new Entry(slug, now.plus(properties.callbackLife())));
    }

    private synchronized Optional<String> takeHere(String key) {
        return Optional.ofNullable(entries.remove(key))
                .filter(it -> it.end().isAfter(clock.instant()))
                .map(Entry::slug);
    }

    private static String key(String callback) {
        try {
            var hash = MessageDigest.getInstance("SHA-256").digest(callback.getBytes(StandardCharsets.UTF_8));
            return "causerie:room-creation-callback:" + HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
