package io.causerie.lobby;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.causerie.Http;
import io.causerie.rooms.Role;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** {@code POST /api/v1.0/rooms/{id or slug}/enter/}. */
class EnterTests extends LobbyTest {

    @Test
    void admitsAndRefuses() {
        var alice = people.alice();
        var room = aRoomOf(alice, "restricted");
        var zoe = cookie(knock(room, (String) null, "Zoe"));

        var answer = decide(room, alice, zoe, true);
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo("{\"message\":\"Participant was updated.\"}");
        assertThat(status(knock(room, zoe, "Zoe"))).isEqualTo("accepted");
        assertThat(waiting(room, alice)).isEmpty();

        assertThat(decide(room, alice, zoe, false).status()).isEqualTo(200);
        var refused = knock(room, zoe, "Zoe");
        assertThat(status(refused)).isEqualTo("denied");
        assertThat(refused.json().get("livekit").isNull()).isTrue();
    }

    @Test
    void lastsLongerThanAnyWait() {
        var alice = people.alice();
        var room = aRoomOf(alice, "restricted");
        var zoe = cookie(knock(room, (String) null, "Zoe"));
        var max = cookie(knock(room, (String) null, "Max"));
        decide(room, alice, zoe, true);

        await().atMost(java.time.Duration.ofSeconds(6))
                .until(() -> waiting(room, alice).isEmpty());

        assertThat(status(knock(room, zoe, "Zoe"))).isEqualTo("accepted");
        assertThat(decide(room, alice, max, true).status()).isEqualTo(404);
    }

    @Test
    void oneWhoWasRefusedMayKnockAgainLater() {
        var alice = people.alice();
        var room = aRoomOf(alice, "restricted");
        var zoe = cookie(knock(room, (String) null, "Zoe"));
        decide(room, alice, zoe, false);

        assertThat(status(knock(room, zoe, "Zoe"))).isEqualTo("denied");
        await().atMost(java.time.Duration.ofSeconds(8))
                .until(() -> status(knock(room, zoe, "Zoe")).equals("waiting"));
    }

    @Test
    void isForAdministrators() {
        var alice = people.alice();
        var bob = people.bob();
        var room = aRoomOf(alice, "restricted");
        var open = aRoomOf(alice, "public");
        grant(room, bob, Role.MEMBER);
        var id = cookie(knock(room, (String) null, "Zoe"));
        var privileges = "{\"detail\":\"You must have privileges on room to perform this action.\"}";

        assertThat(anonymous().post(path(room) + "enter/", "{}").status()).isEqualTo(401);
        assertThat(as(bob).post(path(room) + "enter/", "{}").status()).isEqualTo(400);
        assertThat(decide(room, bob, id, true).body()).isEqualTo(privileges);
        assertThat(decide(open, bob, id, true).body()).isEqualTo(privileges);
        assertThat(as(alice)
                        .post(
                                ROOMS + "nowhere-at-all/enter/",
                                "{\"participant_id\":\"" + id + "\",\"allow_entry\":true}")
                        .status())
                .isEqualTo(404);
        jdbc.sql("update meet_resource_access set role = 'administrator' where user_id = :bob")
                .param("bob", bob.user().id())
                .update();
        assertThat(decide(room, bob, id, true).status()).isEqualTo(200);
    }

    @Test
    void tellsEveryFaultOfTheBody() {
        var alice = people.alice();
        var room = aRoomOf(alice, "restricted");

        assertThat(as(alice).post(path(room) + "enter/", "{}").body())
                .isEqualTo(
                        "{\"participant_id\":[\"This field is required.\"],\"allow_entry\":[\"This field is required.\"]}");
        assertThat(as(alice)
                        .post(path(room) + "enter/", "{\"participant_id\":\"x\",\"allow_entry\":\"perhaps\"}")
                        .body())
                .isEqualTo(
                        "{\"participant_id\":[\"Must be a valid UUID.\"],\"allow_entry\":[\"Must be a valid boolean.\"]}");
    }

    @Test
    void takesAnIdInAnySpellingAndTruthFromAForm() {
        var alice = people.alice();
        var room = aRoomOf(alice, "restricted");
        var zoe = cookie(knock(room, (String) null, "Zoe"));

        assertThat(decide(room, alice, zoe.toUpperCase(Locale.ROOT).replace("-", ""), true)
                        .status())
                .isEqualTo(200);
        var form = "--x\r\nContent-Disposition: form-data; name=\"participant_id\"\r\n\r\n" + zoe
                + "\r\n--x\r\nContent-Disposition: form-data; name=\"allow_entry\"\r\n\r\nFalse\r\n--x--\r\n";
        var answer = new Http(port)
                .with("Cookie", alice.cookies())
                .with("X-CSRFToken", alice.csrf())
                .send(
                        "POST",
                        path(room) + "enter/",
                        java.net.http.HttpRequest.BodyPublishers.ofString(form),
                        "multipart/form-data; boundary=x");
        assertThat(answer.status()).isEqualTo(200);
        assertThat(status(knock(room, zoe, "Zoe"))).isEqualTo("denied");
    }

    @Test
    void aPublicRoomHasNoLobby() {
        var alice = people.alice();
        var room = aRoomOf(alice, "restricted");
        var zoe = cookie(knock(room, (String) null, "Zoe"));
        as(alice).patch(path(room), "{\"access_level\":\"public\"}");

        var answer = decide(room, alice, zoe, true);

        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.body()).isEqualTo("{\"message\":\"Room has no lobby system.\"}");
    }

    @Test
    void nobodyIsFoundWhoNeverKnocked() {
        var alice = people.alice();
        var room = aRoomOf(alice, "restricted");

        var answer = decide(room, alice, UUID.randomUUID().toString(), true);

        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.body()).isEqualTo("{\"message\":\"Participant not found.\"}");
    }

    /** Regression: contract 03, section 24.2, item 15: an acceptance shrinks to the three seconds of a renewal. */
    @Test
    void anAcceptanceHoldsAgainstRenewals() throws Exception {
        var alice = people.alice();
        var room = aRoomOf(alice, "restricted");
        for (int i = 0; i < 15; i++) {
            var zoe = cookie(knock(room, (String) null, "Zoe"));
            var renewal = CompletableFuture.runAsync(() -> {
                for (int n = 0; n < 5; n++) {
                    knock(room, zoe, "Zoe");
                }
            });
            decide(room, alice, zoe, true);
            renewal.get();
            assertThat(status(knock(room, zoe, "Zoe"))).isEqualTo("accepted");
        }
    }

    @Test
    void acceptanceAgainstDenialEndsAsOneOfThem() throws Exception {
        var alice = people.alice();
        var room = aRoomOf(alice, "restricted");
        for (int i = 0; i < 10; i++) {
            var zoe = cookie(knock(room, (String) null, "Zoe"));
            var denial = CompletableFuture.supplyAsync(
                    () -> decide(room, alice, zoe, false).status());
            assertThat(decide(room, alice, zoe, true).status()).isEqualTo(200);
            assertThat(denial.get()).isEqualTo(200);
            var first = status(knock(room, zoe, "Zoe"));
            assertThat(first).isIn("accepted", "denied");
            assertThat(status(knock(room, zoe, "Zoe"))).isEqualTo(first);
        }
    }
}
