package io.causerie.lobby;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.causerie.rooms.Role;
import org.junit.jupiter.api.Test;

/** {@code GET /api/v1.0/rooms/{id or slug}/waiting-participants/}. */
class WaitingParticipantsTests extends LobbyTest {

    @Test
    void tellsWhoWaits() {
        var alice = people.alice();
        var room = aRoomOf(alice, "restricted");
        var zoe = knock(room, (String) null, "Zoe").json();

        var answer = as(alice).get(path(room) + "waiting-participants/");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body())
                .isEqualTo("{\"participants\":[{\"status\":\"waiting\",\"username\":\"Zoe\",\"id\":" + zoe.get("id")
                        + ",\"color\":" + zoe.get("color") + "}]}");
    }

    @Test
    void tellsOfEverybodyWhoComesAndGoesWithoutDelay() {
        var alice = people.alice();
        var room = aRoomOf(alice, "restricted");
        var zoe = cookie(knock(room, (String) null, "Zoe"));
        var max = cookie(knock(room, (String) null, "Max"));
        assertThat(waiting(room, alice)).hasSize(2);
        assertThat(waiting(room, alice)).hasSize(2);

        decide(room, alice, zoe, true);
        assertThat(waiting(room, alice).toString()).contains("Max").doesNotContain("Zoe");
        decide(room, alice, max, false);
        assertThat(waiting(room, alice)).isEmpty();
        knock(room, (String) null, "Eve");
        assertThat(waiting(room, alice).toString()).contains("Eve").doesNotContain("Max");
    }

    @Test
    void leavesOutWhoStoppedAsking() {
        var alice = people.alice();
        var room = aRoomOf(alice, "restricted");
        knock(room, (String) null, "Zoe");

        assertThat(waiting(room, alice)).hasSize(1);
        await().atMost(java.time.Duration.ofSeconds(20))
                .until(() -> waiting(room, alice).isEmpty());
    }

    @Test
    void isEmptyForAPublicRoom() {
        var alice = people.alice();
        var room = aRoomOf(alice, "restricted");
        knock(room, (String) null, "Zoe");
        as(alice).patch(path(room), "{\"access_level\":\"public\"}");

        assertThat(waiting(room, alice)).isEmpty();
    }

    @Test
    void isForAdministrators() {
        var alice = people.alice();
        var bob = people.bob();
        var room = aRoomOf(alice, "restricted");
        grant(room, bob, Role.MEMBER);

        assertThat(anonymous().get(path(room) + "waiting-participants/").status())
                .isEqualTo(401);
        assertThat(as(bob).get(path(room) + "waiting-participants/").body())
                .isEqualTo("{\"detail\":\"You must have privileges on room to perform this action.\"}");
        assertThat(as(bob).get(ROOMS + "nowhere-at-all/waiting-participants/").body())
                .isEqualTo("{\"detail\":\"No Room matches the given query.\"}");
    }

    @Test
    void asksTheDatabaseForTheSessionOnly() {
        var alice = people.alice();
        var room = aRoomOf(alice, "restricted");
        waiting(room, alice);

        assertThat(statements.during(() -> waiting(room, alice))).hasSize(1);
    }
}
