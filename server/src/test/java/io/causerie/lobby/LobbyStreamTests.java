package io.causerie.lobby;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.causerie.rooms.ParticipantRemoved;
import io.causerie.rooms.Role;
import io.causerie.users.SignedIn;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import tools.jackson.databind.JsonNode;

/** {@code GET /api/v1.0/rooms/{id or slug}/lobby/events/}. */
class LobbyStreamTests extends LobbyTest {

    @Autowired
    ApplicationEventPublisher events;

    @Test
    void tellsHostsWhoWaits() {
        var alice = people.alice();
        var room = aRoomOf(alice, "restricted");
        try (var stream = hosts(room, alice)) {
            await().until(() -> stream.told().contains("data: {\"participants\":[]}"));
            var zoe = knock(room, (String) null, "Zoe").json();

            await().atMost(Duration.ofSeconds(20))
                    .until(() -> stream.last()
                            .equals("data: {\"participants\":[{\"status\":\"waiting\",\"username\":\"Zoe\",\"id\":"
                                    + zoe.get("id") + ",\"color\":" + zoe.get("color") + "}]}"));
            decide(room, alice, zoe.get("id").asString(), true);
            await().atMost(Duration.ofSeconds(20)).until(() -> stream.last().equals("data: {\"participants\":[]}"));
            assertThat(stream.told().getFirst()).isEqualTo("event: waiting");
            assertThat(stream.ended()).isFalse();
        }
    }

    @Test
    void keepsAGuestWaitingAndTellsTheDecision() {
        var alice = people.alice();
        var room = aRoomOf(alice, "restricted");
        var zoe = knock(room, (String) null, "Zoe").json();
        var id = zoe.get("id").asString();
        try (var stream = guests(room, id)) {
            await().until(() -> stream.last()
                    .equals("data: {\"status\":\"waiting\",\"username\":\"Zoe\",\"id\":\"" + id + "\",\"color\":"
                            + zoe.get("color") + "}"));
            await().during(Duration.ofSeconds(4))
                    .atMost(Duration.ofSeconds(20))
                    .until(() -> waiting(room, alice).size() == 1);
            decide(room, alice, id, true);

            await().atMost(Duration.ofSeconds(20)).until(stream::ended);
            assertThat(stream.last()).contains("\"accepted\"").doesNotContain("livekit");
        }
    }

    @Test
    void whoeverClosesThePageIsGoneSoon() {
        var alice = people.alice();
        var room = aRoomOf(alice, "restricted");
        var id = cookie(knock(room, (String) null, "Zoe"));
        try (var stream = guests(room, id)) {
            await().until(() -> !stream.last().isEmpty());
        }

        await().atMost(Duration.ofSeconds(10)).until(() -> waiting(room, alice).isEmpty());
    }

    @Test
    void tellsARefusalAnOpenedDoorAndARemoval() {
        var alice = people.alice();
        var room = aRoomOf(alice, "restricted");
        var zoe = cookie(knock(room, (String) null, "Zoe"));
        var max = cookie(knock(room, (String) null, "Max"));
        var bob = people.bob();
        var bobs = cookie(knock(room, bob, null));
        try (var first = guests(room, zoe);
                var second = guests(room, max);
                var third = new EventStream(port, events(room), bob.cookies() + "; " + COOKIE + "=" + bobs)) {
            await().until(() -> !third.last().isEmpty());
            decide(room, alice, zoe, false);
            events.publishEvent(
                    new ParticipantRemoved(id(room), String.valueOf(bob.user().sub())));
            await().atMost(Duration.ofSeconds(20)).until(() -> first.ended() && third.ended());
            as(alice).patch(path(room), "{\"access_level\":\"public\"}");
            await().atMost(Duration.ofSeconds(20)).until(second::ended);

            assertThat(first.last()).contains("\"denied\"");
            assertThat(second.last()).contains("\"accepted\"");
        }
    }

    @Test
    void tellsThatTheRoomIsGone() {
        var alice = people.alice();
        var room = aRoomOf(alice, "restricted");
        var zoe = cookie(knock(room, (String) null, "Zoe"));
        try (var guest = guests(room, zoe);
                var host = hosts(room, alice)) {
            await().until(() -> !guest.last().isEmpty() && !host.last().isEmpty());
            as(alice).delete(path(room));

            await().atMost(Duration.ofSeconds(20)).until(() -> guest.ended() && host.ended());
            assertThat(guest.told()).contains("event: gone");
            assertThat(host.told()).contains("event: gone");
        }
    }

    @Test
    void aHostNoLongerSoIsToldNoMore() {
        var alice = people.alice();
        var bob = people.bob();
        var room = aRoomOf(alice, "restricted");
        grant(room, bob, Role.ADMINISTRATOR);
        try (var stream = hosts(room, bob)) {
            await().until(() -> !stream.last().isEmpty());
            jdbc.sql("delete from meet_resource_access where user_id = :bob")
                    .param("bob", bob.user().id())
                    .update();

            await().atMost(Duration.ofSeconds(20)).until(stream::ended);
        }
    }

    @Test
    void isForNobodyElse() {
        var alice = people.alice();
        var room = aRoomOf(alice, "restricted");
        var nothing = "{\"detail\":\"Not found.\"}";

        assertThat(anonymous().get(events(room)).body()).isEqualTo(nothing);
        assertThat(as(people.bob()).get(events(room)).body()).isEqualTo(nothing);
        assertThat(anonymous().with("Cookie", COOKIE + "=x").get(events(room)).status())
                .isEqualTo(404);
        assertThat(as(alice).get(ROOMS + "nowhere-at-all/lobby/events/").body()).isEqualTo(nothing);
        assertThat(anonymous()
                        .with("Accept", "text/event-stream")
                        .get(events(room))
                        .status())
                .isEqualTo(404);
    }

    private static String events(JsonNode room) {
        return path(room) + "lobby/events/";
    }

    private EventStream hosts(JsonNode room, SignedIn host) {
        return new EventStream(port, events(room), host.cookies());
    }

    private EventStream guests(JsonNode room, String cookie) {
        return new EventStream(port, events(room), COOKIE + "=" + cookie);
    }
}
