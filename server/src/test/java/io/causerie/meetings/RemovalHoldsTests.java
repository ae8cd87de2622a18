package io.causerie.meetings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.causerie.Http;
import io.causerie.livekit.Attendee;
import io.causerie.livekit.LiveKitEvent;
import io.causerie.rooms.Role;
import io.causerie.users.SignedIn;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import tools.jackson.databind.JsonNode;

/** Whoever was put out of a meeting stays out until it is over, with a real livekit-server. */
class RemovalHoldsTests extends LiveMeetingTest {

    private static final String COOKIE = "lobbyParticipantId=";

    @Autowired
    ApplicationEventPublisher events;

    /** Regression: contract 03, section 24.2, item 4. */
    @Test
    void removedLoggedInPeopleReEnter() {
        var alice = people.alice();
        var bob = people.bob();
        var room = aRoomOf(alice, "trusted");
        var inside = enter(room, as(bob));

        remove(alice, room, inside);

        await().until(inside::isOut);
        assertThat(as(bob).get(path(room)).json().propertyNames()).doesNotContain("livekit", "pin_code");
        assertThat(as(people.signIn(bob.user())).get(path(room)).json().has("livekit"))
                .isFalse();
        assertThat(knock(room, as(bob)).get("status").asString()).isEqualTo("denied");
        assertThat(knock(room, as(bob)).get("livekit").isNull()).isTrue();
        assertThat(as(people.bob()).get(path(room)).json().has("livekit")).isTrue();
    }

    @Test
    void aGuestIsKnownByTheirBrowser() {
        var alice = people.alice();
        var room = aRoomOf(alice, "public");
        var entry = anonymous().get(path(room));
        var cookie = entry.header("Set-Cookie").split(";")[0];
        var inside = Attendee.enter(
                livekitUrl(), entry.json().get("livekit").get("token").asString());

        remove(alice, room, inside);

        await().until(inside::isOut);
        assertThat(with(cookie).get(path(room)).json().has("livekit")).isFalse();
        assertThat(knock(room, with(cookie)).get("status").asString()).isEqualTo("denied");
        assertThat(as(alice).get(path(room) + "waiting-participants/").body()).isEqualTo("{\"participants\":[]}");
        assertThat(anonymous().get(path(room)).json().has("livekit")).isTrue();
        assertThat(with(cookie).get(path(aRoomOf(alice, "public"))).json().has("livekit"))
                .isTrue();
    }

    @Test
    void anAdmittedGuestIsNotAdmittedAgain() {
        var alice = people.alice();
        var room = aRoomOf(alice, "restricted");
        var cookie = COOKIE + knock(room, anonymous()).get("id").asString();
        var id = cookie.substring(COOKIE.length());
        as(alice).post(path(room) + "enter/", "{\"participant_id\":\"" + id + "\",\"allow_entry\":true}");
        var inside = Attendee.enter(
                livekitUrl(),
                knock(room, with(cookie)).get("livekit").get("token").asString());

        remove(alice, room, inside);

        await().until(inside::isOut);
        assertThat(knock(room, with(cookie)).get("status").asString()).isEqualTo("denied");
        assertThat(as(alice)
                        .post(path(room) + "enter/", "{\"participant_id\":\"" + id + "\",\"allow_entry\":true}")
                        .body())
                .isEqualTo("{\"message\":\"Participant not found.\"}");
    }

    @Test
    void anOldTokenBringsNobodyBack() {
        var alice = people.alice();
        var room = aRoomOf(alice, "public");
        var host = enter(room, as(alice));
        var guest = anonymous();
        var token = token(room, guest);
        var inside = Attendee.enter(livekitUrl(), token);
        remove(alice, room, inside);
        await().until(inside::isOut);

        try (var again = Attendee.enter(livekitUrl(), token)) {
            await().atMost(Duration.ofSeconds(20)).until(again::isOut);
        }
        assertThat(host.isOut()).isFalse();
    }

    @Test
    void anotherTokenOfTheSameBrowserBringsNobodyBackEither() {
        var alice = people.alice();
        var room = aRoomOf(alice, "public");
        enter(room, as(alice));
        var entry = anonymous().get(path(room));
        var cookie = entry.header("Set-Cookie").split(";")[0];
        var otherTab = token(room, with(cookie));
        var inside = Attendee.enter(
                livekitUrl(), entry.json().get("livekit").get("token").asString());
        remove(alice, room, inside);
        await().until(inside::isOut);

        try (var again = Attendee.enter(livekitUrl(), otherTab)) {
            var identity = again.identity();
            assertThat(identity).isNotEqualTo(inside.identity());
            events.publishEvent(
                    new LiveKitEvent.ParticipantJoined(room.get("id").asString(), identity));
            await().atMost(Duration.ofSeconds(20)).until(again::isOut);
        }
    }

    @Test
    void theNextMeetingIsAnother() {
        var alice = people.alice();
        var bob = people.bob();
        var room = aRoomOf(alice, "public");
        var inside = enter(room, as(bob));
        remove(alice, room, inside);
        assertThat(as(bob).get(path(room)).json().has("livekit")).isFalse();

        events.publishEvent(new LiveKitEvent.RoomFinished(room.get("id").asString()));

        assertThat(as(bob).get(path(room)).json().has("livekit")).isTrue();
        assertThat(knock(room, as(bob)).get("status").asString()).isEqualTo("accepted");
    }

    @Test
    void aMistakeCanBeMended() {
        var alice = people.alice();
        var bob = people.bob();
        var room = aRoomOf(alice, "public");
        var inside = enter(room, as(bob));
        remove(alice, room, inside);
        var path = path(room) + "readmit-participant/";

        assertThat(anonymous().post(path, naming(inside, "")).status()).isEqualTo(401);
        assertThat(as(bob).post(path, naming(inside, "")).status()).isEqualTo(403);
        assertThat(as(alice).post(path, "{}").status()).isEqualTo(400);
        assertThat(as(alice).post(path, naming(inside, "")).body()).isEqualTo("{\"status\":\"success\"}");
        assertThat(as(bob).get(path(room)).json().has("livekit")).isTrue();
        assertThat(as(alice).post(path, naming(inside, "")).body()).isEqualTo("{\"error\":\"Participant not found\"}");
    }

    @Test
    void isToldInTheListToo() {
        var alice = people.alice();
        var bob = people.bob();
        var room = aRoomOf(alice, "public");
        grant(room, bob, Role.MEMBER);
        var inside = enter(room, as(bob));
        remove(alice, room, inside);

        assertThat(statements.during(() -> assertThat(
                                as(bob).get(ROOMS).json().get("results").get(0).has("livekit"))
                        .isFalse()))
                .hasSizeLessThanOrEqualTo(3);
        assertThat(statements.during(() -> as(bob).get(path(room)))).hasSizeLessThanOrEqualTo(2);
    }

    @Test
    void nobodyShutsThemselvesOut() {
        var alice = people.alice();
        var room = aRoomOf(alice, "public");
        var inside = enter(room, as(alice));

        remove(alice, room, inside);

        await().until(inside::isOut);
        assertThat(as(alice).get(path(room)).json().has("livekit")).isTrue();
    }

    @Test
    void holdsAgainstAnAcceptanceAtTheSameMoment() throws Exception {
        var alice = people.alice();
        var room = aRoomOf(alice, "restricted");
        enter(room, as(alice));
        for (int i = 0; i < 5; i++) {
            var id = knock(room, anonymous()).get("id").asString();
            var enter = "{\"participant_id\":\"" + id + "\",\"allow_entry\":true}";
            as(alice).post(path(room) + "enter/", enter);
            var inside = Attendee.enter(
                    livekitUrl(),
                    knock(room, with(COOKIE + id)).get("livekit").get("token").asString());
            var acceptance = java.util.concurrent.CompletableFuture.runAsync(
                    () -> as(alice).post(path(room) + "enter/", enter));
            remove(alice, room, inside);
            acceptance.get();
            assertThat(knock(room, with(COOKIE + id)).get("status").asString()).isEqualTo("denied");
            inside.close();
        }
    }

    private Http with(String cookie) {
        return anonymous().with("Cookie", cookie);
    }

    private JsonNode knock(JsonNode room, Http browser) {
        return browser.post(path(room) + "request-entry/", "{\"username\":\"Zoe\"}")
                .json();
    }

    private void remove(SignedIn host, JsonNode room, Attendee attendee) {
        assertThat(as(host).post(path(room) + "remove-participant/", naming(attendee, ""))
                        .status())
                .isEqualTo(200);
    }
}
