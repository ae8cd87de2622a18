package io.causerie.lobby;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.causerie.RedisServer;
import io.causerie.platform.Redis;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.json.JsonMapper;

/** The lobby that replicas share, in a real redis-server. */
class RedisWaitingRoomsTests extends LobbyTest implements WaitingRoomsContract {

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
    void letsAGuestWaitAndBeAdmitted() {
        var alice = people.alice();
        var room = aRoomOf(alice, "restricted");
        var zoe = cookie(knock(room, (String) null, "Zoe"));
        assertThat(waiting(room, alice)).hasSize(1);
        try (var stream = new EventStream(port, path(room) + "lobby/events/", COOKIE + "=" + zoe)) {
            assertThat(decide(room, alice, zoe, true).status()).isEqualTo(200);
            await().until(stream::ended);
            assertThat(stream.last()).contains("\"accepted\"");
        }
        assertThat(statements.during(
                        () -> assertThat(status(knock(room, zoe, "Zoe"))).isEqualTo("accepted")))
                .hasSizeLessThanOrEqualTo(1);
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
