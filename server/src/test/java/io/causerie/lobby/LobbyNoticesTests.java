package io.causerie.lobby;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.causerie.livekit.LiveKitEvent;
import io.causerie.livekit.LiveRooms;
import io.causerie.rooms.ParticipantRemoved;
import io.causerie.rooms.Role;
import io.causerie.rooms.RoleChanged;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;
import org.springframework.test.context.TestPropertySource;

/** What meetings are told of their lobby, and what the lobby hears of meetings. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
@Import(LobbyNoticesTests.Hearing.class)
@TestPropertySource(properties = "CAUSERIE_LOBBY_ARRIVAL_THROTTLE_RATES=40/minute")
class LobbyNoticesTests extends LobbyTest {

    @Autowired
    Hearing hearing;

    @Autowired
    ApplicationEventPublisher events;

    /** Regression: contract 03, section 24.2, item 9: whoever is told and looks sees somebody. */
    @Test
    void lostSomeoneIsWaitingNotices() {
        var alice = people.alice();
        var room = aRoomOf(alice, "restricted");
        hearing.look = () -> hearing.seen.add(waiting(room, alice).size());
        var zoe = cookie(knock(room, (String) null, "Zoe"));

        await().until(() -> hearing.seen.equals(List.of(1)));
        hearing.look = () -> {};
        knock(room, zoe, "Zoe");
        assertThat(hearing.of(id(room))).containsExactly("{type=participantWaiting}");
    }

    @Test
    void aHostWhoComesLateIsTold() {
        var alice = people.alice();
        var bob = people.bob();
        var room = aRoomOf(alice, "restricted");
        knock(room, (String) null, "Zoe");
        await().until(() -> hearing.of(id(room)).size() == 1);

        events.publishEvent(new LiveKitEvent.ParticipantJoined(
                id(room).toString(), String.valueOf(bob.user().sub())));
        await().during(Duration.ofMillis(1200))
                .atMost(Duration.ofSeconds(20))
                .until(() -> hearing.of(id(room)).size() == 1);
        knock(room, (String) null, "Max");
        await().until(() -> hearing.of(id(room)).size() == 2);
        events.publishEvent(new LiveKitEvent.ParticipantJoined(
                id(room).toString(), String.valueOf(alice.user().sub())));
        await().atMost(Duration.ofSeconds(20)).until(() -> hearing.of(id(room)).size() >= 3);
        int before = hearing.of(id(room)).size();
        knock(room, (String) null, "Eve");
        events.publishEvent(new RoleChanged(id(room), bob.user().id(), Role.ADMINISTRATOR));
        await().atMost(Duration.ofSeconds(20)).until(() -> hearing.of(id(room)).size() > before);
    }

    @Test
    void theEndOfTheMeetingClearsItsLobby() {
        var alice = people.alice();
        var room = aRoomOf(alice, "restricted");
        var zoe = cookie(knock(room, (String) null, "Zoe"));
        decide(room, alice, zoe, true);

        events.publishEvent(new LiveKitEvent.RoomFinished(id(room).toString()));

        assertThat(decide(room, alice, zoe, true).status()).isEqualTo(404);
    }

    @Test
    void removalDeletesTheEntryNamedAndTheOneBehindTheIdentity() {
        var alice = people.alice();
        var bob = people.bob();
        var room = aRoomOf(alice, "restricted");
        var named = cookie(knock(room, (String) null, "Zoe"));
        var behind = cookie(knock(room, (String) null, "Max"));
        var bobs = cookie(knock(room, bob, null));
        decide(room, alice, behind, true);
        var identity = claims(knock(room, behind, "Max").json()).get("sub").asString();

        events.publishEvent(new ParticipantRemoved(id(room), named));
        events.publishEvent(new ParticipantRemoved(id(room), identity));
        events.publishEvent(
                new ParticipantRemoved(id(room), String.valueOf(bob.user().sub())));

        assertThat(decide(room, alice, named, true).status()).isEqualTo(404);
        assertThat(decide(room, alice, behind, true).status()).isEqualTo(404);
        assertThat(decide(room, alice, bobs, true).status()).isEqualTo(404);
        assertThat(status(knock(room, behind, "Max"))).isEqualTo("denied");
    }

    /** Regression: contract 03, section 24.2, item 13; last, because the others come from the same address. */
    @Test
    @Order(Integer.MAX_VALUE)
    void unthrottledAmplification() {
        var alice = people.alice();
        var room = aRoomOf(alice, "restricted");
        var known = cookie(knock(room, alice, null));
        int status = 200;
        for (int i = 0; i < 60 && status == 200; i++) {
            status = knock(room, UUID.randomUUID().toString(), "Mallory").status();
        }

        assertThat(status).isEqualTo(429);
        assertThat(knock(room, (String) null, "Mallory").status()).isEqualTo(429);
        assertThat(status(knock(room, alice, known))).isEqualTo("accepted");
    }

    /** Hears what live rooms are told. */
    @TestConfiguration
    @Primary
    static class Hearing implements LiveRooms {

        final List<String> heard = new CopyOnWriteArrayList<>();
        final List<Integer> seen = new CopyOnWriteArrayList<>();
        volatile Runnable look = () -> {};

        @Override
        public boolean live(String room) {
            return true;
        }

        @Override
        public boolean mergeMetadata(String room, Map<String, ?> put, Set<String> remove) {
            return true;
        }

        @Override
        public void sendData(String room, Map<String, ?> payload) {
            heard.add(room + payload);
            look.run();
        }

        @Override
        public void delete(String room) {}

        @Override
        public List<Person> participants(String room) {
            return List.of();
        }

        List<String> of(UUID room) {
            return heard.stream()
                    .filter(it -> it.startsWith(room.toString()))
                    .map(it -> it.substring(36))
                    .toList();
        }
    }
}
