package io.causerie.meetings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.causerie.Http;
import io.causerie.LiveKitServer;
import io.causerie.livekit.Attendee;
import io.causerie.livekit.LiveKitEvent;
import io.causerie.livekit.LiveRooms;
import io.causerie.recordings.Participant;
import io.causerie.rooms.RoomsTest;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.context.event.EventListener;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.util.AopTestUtils;
import org.springframework.test.util.ReflectionTestUtils;
import tools.jackson.databind.JsonNode;

/**
 * Whoever was put out and comes back is put out because a real livekit-server posts to us that they joined. It does so once media can flow, so they come back
 * with a real browser. The looks into the room, which would find them too, are kept from happening.
 */
@Import(RemovalByWebhookTests.Ears.class)
class RemovalByWebhookTests extends RoomsTest {

    private static final LiveKitServer LIVEKIT = new LiveKitServer();
    private static final Duration LONG = Duration.ofSeconds(90);

    @Autowired
    Ears ears;

    @Autowired
    LiveRooms rooms;

    @Autowired
    ApplicationContext context;

    /** Hears what the webhooks tell. */
    @TestConfiguration
    static class Ears {

        final List<LiveKitEvent.ParticipantJoined> joined = new CopyOnWriteArrayList<>();

        @EventListener
        void on(LiveKitEvent.ParticipantJoined event) {
            joined.add(event);
        }
    }

    @DynamicPropertySource
    static void livekit(DynamicPropertyRegistry registry) {
        registry.add("LIVEKIT_API_URL", LIVEKIT::url);
    }

    @BeforeEach
    void liveKitTellsUs() {
        LIVEKIT.start("http://127.0.0.1:" + port + "/api/v1.0/rooms/webhooks-livekit/");
        jdbc.sql("""
                insert into causerie.shedlock (name, lock_until, locked_at, locked_by)
                values ('look-for-removed-participants', now() + interval '1 day', now(), 'test')
                on conflict (name) do update set lock_until = excluded.lock_until""").update();
    }

    @AfterEach
    void stopLiveKit() {
        LIVEKIT.close();
    }

    /** What the server remembers to look into every second is forgotten. */
    private void nobodyLooks() {
        var bouncer = AopTestUtils.getUltimateTargetObject(context.getBean("bouncer"));
        ((Map<?, ?>) ReflectionTestUtils.getField(bouncer, "watched")).clear();
    }

    @Test
    void anOldTokenBringsNobodyBackForLiveKitTellsUs() throws Exception {
        var alice = people.alice();
        var room = aRoomOf(alice, "public");
        var entry = anonymous().get(path(room));
        var cookie = entry.header("Set-Cookie").split(";")[0];
        var old = token(room, anonymous().with("Cookie", cookie));
        var hosts = token(room, as(alice));

        try (var host = Attendee.enter(LIVEKIT.url(), hosts)) {
            try (var inside = Attendee.enter(
                    LIVEKIT.url(), entry.json().get("livekit").get("token").asString())) {
                assertThat(as(alice)
                                .post(
                                        path(room) + "remove-participant/",
                                        "{\"participant_identity\":\"" + inside.identity() + "\"}")
                                .status())
                        .isEqualTo(200);
                await().atMost(LONG).until(inside::isOut);
            }
            nobodyLooks();
            ears.joined.clear();

            try (var again = Participant.enter(LIVEKIT.url(), old)) {
                await().atMost(LONG).until(() -> told(room));
                await().atMost(LONG).until(() -> people(room).equals(List.of(host.identity())));
                await().atMost(LONG).until(again::isOut);
            }
            assertThat(host.isOut()).isFalse();
        }
    }

    /** Without a removal the same webhook puts nobody out: it is not the browser that gives up. */
    @Test
    void whoeverWasNotPutOutStays() throws Exception {
        var alice = people.alice();
        var room = aRoomOf(alice, "public");
        try (var guest = Participant.enter(LIVEKIT.url(), token(room, anonymous()))) {
            await().atMost(LONG).until(() -> told(room));
            await().during(Duration.ofSeconds(2))
                    .atMost(LONG)
                    .until(() -> people(room).size() == 1 && !guest.isOut());
        }
    }

    private boolean told(JsonNode room) {
        return ears.joined.stream().anyMatch(it -> it.room().equals(id(room).toString()));
    }

    private List<String> people(JsonNode room) {
        return rooms.participants(id(room).toString()).stream()
                .map(LiveRooms.Person::identity)
                .toList();
    }

    private static String token(JsonNode room, Http browser) {
        return browser.get(path(room)).json().get("livekit").get("token").asString();
    }
}
