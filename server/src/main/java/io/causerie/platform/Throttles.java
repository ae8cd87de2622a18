package io.causerie.platform;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Guards against clients that ask too often: a sliding log of what was let through, in process, or in Redis where replicas share one (contract 01, section
 * 14). Endpoints say {@link Throttled}.
 */
@Component
public class Throttles {

    private static final Logger log = LoggerFactory.getLogger(Throttles.class);

    private final Map<ThrottleScope, Rate> rates;
    private final Redis redis;
    private final Clock clock;
    private final RequestLog own = new RequestLog();
    private final AtomicLong told = new AtomicLong();

    Throttles(ThrottleProperties properties, Redis redis, Clock clock) {
        this.rates = properties.rates();
        this.redis = redis;
        this.clock = clock;
    }

    /** Whose requests are counted together. */
    record Bucket(ThrottleScope scope, String name) {

        String key() {
            return "causerie:throttle:" + scope.wire() + ":" + name;
        }
    }

    /** Counts the request in that bucket, or throws {@link ApiException.Throttled}. */
    public void admit(ThrottleScope scope, String name) {
        admit(List.of(new Bucket(scope, name)));
    }

    /** The same for several buckets: each is asked, and counts, even when the first refuses; the longest wait is told. */
    void admit(List<Bucket> buckets) {
        long longest = 0;
        for (var bucket : buckets) {
            longest = Math.max(longest, waitMicros(bucket));
        }
        if (longest > 0) {
            throw new ApiException.Throttled((int) Math.ceilDiv(longest, 1_000_000));
        }
    }

    private long waitMicros(Bucket bucket) {
        var rate = rates.get(bucket.scope());
        long wait = rate == null ? 0 : waitMicros(bucket.key(), rate);
        if (wait > 0) {
            log.warn("Rate limit exceeded for scope {}", bucket.scope().wire());
        }
        return wait;
    }

    /** While Redis does not answer each replica counts for itself: the guard holds, only wider. */
    private long waitMicros(String key, Rate rate) {
        if (redis.configured()) {
            try {
                return redis.with(commands -> SharedRequestLog.admit(commands, key, rate));
            } catch (RedisDown e) {
                tellOnceAMinute();
            }
        }
        return own.admit(key, rate, micros());
    }

    private void tellOnceAMinute() {
        long now = clock.millis();
        long before = told.get();
        if (now - before > Duration.ofMinutes(1).toMillis() && told.compareAndSet(before, now)) {
            log.error("Redis does not answer: each replica throttles for itself until it does");
        }
    }

    private long micros() {
        var now = clock.instant();
        return now.getEpochSecond() * 1_000_000 + now.getNano() / 1000;
    }
}
