package io.causerie.platform;

import io.lettuce.core.ClientOptions;
import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisException;
import io.lettuce.core.RedisURI;
import io.lettuce.core.SocketOptions;
import io.lettuce.core.api.StatefulRedisConnection;
import io.lettuce.core.api.sync.RedisCommands;
import io.lettuce.core.resource.ClientResources;
import io.lettuce.core.resource.Delay;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/**
 * The Redis or Valkey that replicas share, where {@code REDIS_URL} names one. The client is loaded and connected when first needed; one connection serves
 * all threads and comes back by itself. Keys begin with {@code causerie:} (contract 01, section 19: the layout is ours).
 */
@Component
public class Redis implements DisposableBean {

    private static final Logger log = LoggerFactory.getLogger(Redis.class);
    private static final Duration PATIENCE = Duration.ofSeconds(2);
    private static final long PAUSE_NANOS = Duration.ofSeconds(1).toNanos();

    private final Secret url;
    private @Nullable RedisClient client;
    private volatile @Nullable StatefulRedisConnection<String, String> connection;
    private long failedAt = System.nanoTime() - PAUSE_NANOS;

    Redis(RedisProperties properties) {
        this.url = properties.url();
    }

    /** Whether there is one at all; without, each replica keeps to itself and PostgreSQL. */
    public boolean configured() {
        return !url.isEmpty();
    }

    /** Does the work, waiting two seconds at most for each command; throws {@link RedisDown} when Redis does not answer. */
    public <T extends @Nullable Object> T with(Function<RedisCommands<String, String>, T> work) {
        try {
            return work.apply(connected().sync());
        } catch (RedisException e) {
            log.warn("Redis does not answer: {}", e.getClass().getSimpleName());
            throw new RedisDown();
        }
    }

    private StatefulRedisConnection<String, String> connected() {
        var now = connection;
        return now == null ? connect() : now;
    }

    /** After a failure others fail at once for a moment, instead of waiting in a row. */
    private synchronized StatefulRedisConnection<String, String> connect() {
        var known = connection;
        if (known != null) {
            return known;
        }
        if (System.nanoTime() - failedAt < PAUSE_NANOS) {
            throw new RedisDown();
        }
        try {
            var made = client().connect();
            connection = made;
            return made;
        } catch (RedisException | IllegalArgumentException e) {
            failedAt = System.nanoTime();
            throw e instanceof RedisException down ? down : new RedisException(e);
        }
    }

    private RedisClient client() {
        var known = client;
        if (known == null) {
            var address = RedisURI.create(url.value());
            address.setTimeout(PATIENCE);
            known = RedisClient.create(resources(), address);
            known.setOptions(ClientOptions.builder()
                    .disconnectedBehavior(ClientOptions.DisconnectedBehavior.REJECT_COMMANDS)
                    .socketOptions(
                            SocketOptions.builder().connectTimeout(PATIENCE).build())
                    .build());
            client = known;
        }
        return known;
    }

    private static ClientResources resources() {
        return ClientResources.builder()
                .ioThreadPoolSize(2)
                .computationThreadPoolSize(2)
                .reconnectDelay(Delay.constant(Duration.ofMillis(500)))
                .build();
    }

    @Override
    public synchronized void destroy() {
        var known = client;
        if (known != null) {
            known.shutdown(Duration.ZERO, PATIENCE);
            known.getResources().shutdown(0, 2, TimeUnit.SECONDS);
        }
    }
}
