package io.causerie.telephony;

import static org.assertj.core.api.Assertions.assertThat;

import io.causerie.Http;
import io.causerie.LiveKitServer;
import io.causerie.livekit.Attendee;
import io.causerie.livekit.LiveKitEvent.RoomFinished;
import io.causerie.livekit.LiveKitEvent.RoomStarted;
import io.causerie.livekit.Sip;
import io.causerie.livekit.Sip.Rule;
import io.causerie.rooms.RoomsTest;
import java.time.Duration;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.JsonNode;

/** Where callers may not walk past the lobby, they enter public rooms only ({@code CAUSERIE_TELEPHONY_SKIPS_LOBBY}). */
class CallersKeptOutTests extends RoomsTest {

    private static final LiveKitServer LIVEKIT = TelephonyTest.server().start(null);

    @Autowired
    ApplicationEventPublisher events;

    @Autowired
    Sip sip;

    @DynamicPropertySource
    static void telephony(DynamicPropertyRegistry registry) {
        registry.add("LIVEKIT_API_URL", LIVEKIT::url);
        registry.add("ROOM_TELEPHONY_ENABLED", () -> "true");
        registry.add("ROOMKIT_ENABLED", () -> "true");
        registry.add("ROOMKIT_SERVER_TO_SERVER_API_TOKEN", () -> "known");
        registry.add("CAUSERIE_TELEPHONY_SKIPS_LOBBY", () -> "false");
    }

    @ParameterizedTest
    @ValueSource(strings = {"restricted", "trusted"})
    void noRuleLeadsIntoARoomWithALobby(String level) {
        var room = aRoomOf(people.alice(), level);

        events.publishEvent(new RoomStarted(id(room).toString()));

        assertThat(rules(room)).isEmpty();
        var answer = new Http(port)
                .with("Authorization", "Bearer known")
                .post(
                        "/api/v1.0/roomkit/join/",
                        "{\"pin_code\":\"" + room.get("pin_code").asString() + "\"}");
        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.json().toString()).isEqualTo("{\"detail\":\"This room is not open to callers.\"}");
        assertThat(rules(room)).isEmpty();
    }

    @Test
    void notEvenOneThatAnotherServerMade() {
        var room = aRoomOf(people.alice(), "restricted");
        sip.create("SIP_" + id(room), id(room).toString(), room.get("pin_code").asString());

        events.publishEvent(new RoomStarted(id(room).toString()));

        assertThat(rules(room)).isEmpty();
    }

    @Test
    void aPublicRoomIsCalledAsEver() {
        var room = aRoomOf(people.alice(), "public");

        events.publishEvent(new RoomStarted(id(room).toString()));
        assertThat(rules(room)).hasSize(1);

        events.publishEvent(new RoomFinished(id(room).toString()));
        assertThat(rules(room)).isEmpty();
    }

    @Test
    void theDoorFollowsTheAccessLevelWhileTheMeetingIsOn() {
        var alice = people.alice();
        var room = aRoomOf(alice, "public");
        try (var ignored = Attendee.enter(
                LIVEKIT.url(),
                as(alice).get(path(room)).json().at("/livekit/token").asString())) {
            events.publishEvent(new RoomStarted(id(room).toString()));
            assertThat(rules(room)).hasSize(1);

            as(alice).patch(path(room), "{\"access_level\":\"restricted\"}");
            await().until(() -> rules(room).isEmpty());

            as(alice).patch(path(room), "{\"access_level\":\"public\"}");
            await().until(() -> rules(room).size() == 1);
        }
    }

    private List<Rule> rules(JsonNode room) {
        return sip.list().stream()
                .filter(it -> it.name().equals("SIP_" + id(room)))
                .toList();
    }

    private static org.awaitility.core.ConditionFactory await() {
        return Awaitility.await().atMost(Duration.ofSeconds(20));
    }
}
