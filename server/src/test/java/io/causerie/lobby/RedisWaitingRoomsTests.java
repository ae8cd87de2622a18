package io.causerie.lobby;

import static org.assertj.core.api.Assertions.assertThat;

import io.causerie.ApplicationTest;
import io.causerie.RedisServer;
import io.causerie.platform.Redis;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.json.JsonMapper;

/** The lobby that replicas share, in a real redis-server. */
@ApplicationTest
class RedisWaitingRoomsTests implements WaitingRoomsContract {

    private static final RedisServer SERVER = started();

    @DynamicPropertySource
    static void redis(DynamicPropertyRegistry registry) {
        registry.add("REDIS_URL", SERVER::url);
    }

    @Autowired
    Redis redis;

    @Autowired
    WaitingRooms chosen;

    private static RedisServer started() {
        var server = new RedisServer().start();
        Runtime.getRuntime().addShutdownHook(new Thread(server::close));
        return server;
    }

    @Override
    public WaitingRooms rooms() {
        return new RedisWaitingRooms(redis, PROPERTIES, JsonMapper.shared());
    }

    @Test
    void isTheOneThatServesWhereThereIsRedis() {
        assertThat(chosen).isInstanceOf(RedisWaitingRooms.class);
    }

    @Test
    void anUnreadableEntryIsDeletedAndMadeAnew() {
        var room = UUID.randomUUID();
        var zoe = WaitingRoomsContract.visitor("Zoe");
        rooms().knock(room, zoe);
        redis.with(it -> it.hset("causerie:lobby:" + room, "d:" + zoe.id(), "no json"));

        assertThat(rooms().waiting(room)).isEmpty();
        assertThat(rooms().decide(room, zoe.id(), EntryStatus.ACCEPTED)).isEmpty();
        assertThat(rooms().knock(room, zoe))
                .isEqualTo(new WaitingRooms.Knock(new Entry(zoe, EntryStatus.WAITING), true));
    }

    @Test
    void keepsNothingForEver() {
        var room = UUID.randomUUID();
        rooms().knock(room, WaitingRoomsContract.visitor("Zoe"));

        long left = redis.with(it -> it.pttl("causerie:lobby:" + room));
        assertThat(left).isBetween(1L, 61_000L);
    }
}
