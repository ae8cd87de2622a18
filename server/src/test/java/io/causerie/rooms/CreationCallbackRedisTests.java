package io.causerie.rooms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.causerie.RedisServer;
import io.causerie.platform.Redis;
import io.causerie.platform.RedisDown;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.context.TestPropertySource;

/** {@code POST /api/v1.0/rooms/creation-callback/} where replicas share a Redis, and where it goes away. */
@TestPropertySource(
        properties = {
            "SESSION_ENGINE=django.contrib.sessions.backends.db",
            "ROOM_CREATION_CALLBACK_CACHE_TIMEOUT=100",
            "CREATION_CALLBACK_THROTTLE_RATES=40/minute"
        })
class CreationCallbackRedisTests extends RoomsTest {

    private static final RedisServer REDIS = new RedisServer();

    @Autowired
    CreationCallbacks callbacks;

    @Autowired
    Redis redis;

    @DynamicPropertySource
    static void redis(DynamicPropertyRegistry registry) {
        registry.add("REDIS_URL", REDIS::url);
    }

    @BeforeEach
    void start() {
        REDIS.kill();
        REDIS.start();
        await().atMost(Duration.ofSeconds(20))
                .ignoreExceptionsInstanceOf(RedisDown.class)
                .until(() -> redis.<String>with(it -> it.ping()).equals("PONG"));
    }

    @AfterAll
    static void stop() {
        REDIS.close();
    }

    @Test
    void tellsOneOfManyWhoAskAtOnceAndForgetsByItself() throws Exception {
        callbacks.keep("0123", "my-room");
        List<String> keys = redis.with(it -> it.keys("causerie:room-creation-callback:*"));
        assertThat(keys).hasSize(1);
        assertThat(keys.getFirst()).doesNotContain("0123");
        long left = redis.with(it -> it.ttl(keys.getFirst()));
        assertThat(left).isBetween(90L, 100L);

        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var told = threads
                    .invokeAll(IntStream.range(0, 20)
                            .mapToObj(it -> (java.util.concurrent.Callable<Boolean>)
                                    () -> callbacks.take("0123").isPresent())
                            .toList())
                    .stream()
                    .filter(it -> it.resultNow())
                    .count();
            assertThat(told).isEqualTo(1);
        }
    }

    @Test
    void makesTheRoomThoughRedisIsAway() {
        var alice = people.alice();
        REDIS.kill();

        var made = as(alice).post(ROOMS, "{\"name\":\"Made all the same\",\"callback_id\":\"x\"}");
        var asked = anonymous().post(ROOMS + "creation-callback/", "{\"callback_id\":\"x\"}");

        assertThat(made.status()).isEqualTo(201);
        assertThat(asked.status()).isEqualTo(503);
    }

    @Test
    void throttlesAddressesButNotPeople() {
        var alice = people.alice();
        var body = "{\"callback_id\":\"nothing\"}";

        var anonymous = IntStream.range(0, 41)
                .map(it -> anonymous().post(ROOMS + "creation-callback/", body).status())
                .toArray();
        var known = as(alice).post(ROOMS + "creation-callback/", body);

        assertThat(anonymous).endsWith(200, 429);
        assertThat(known.status()).isEqualTo(200);
    }
}
