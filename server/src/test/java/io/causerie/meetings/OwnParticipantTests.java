package io.causerie.meetings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.causerie.livekit.Attendee;
import java.time.OffsetDateTime;
import org.junit.jupiter.api.Test;

/** {@code POST /api/v1.0/rooms/{id or slug}/toggle-hand/}, {@code rename/} and {@code start-subtitle/}: by LiveKit token only. */
class OwnParticipantTests extends LiveMeetingTest {

    @Test
    void raiseAndLowerTheirHand() {
        var room = aRoomOf(people.alice(), "public");
        var token = token(room, anonymous());
        try (var guest = Attendee.enter(livekitUrl(), token)) {
            assertThat(holding(token)
                            .post(path(room) + "toggle-hand/", "{\"raised\":\"on\"}")
                            .body())
                    .isEqualTo("{\"status\":\"success\"}");
            await().until(() -> guest.self().getAttributesMap().containsKey("handRaisedAt"));
            var since = guest.self().getAttributesMap().get("handRaisedAt");
            assertThat(since).matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{6}\\+00:00");
            assertThat(OffsetDateTime.parse(since))
                    .isBefore(OffsetDateTime.now().plusMinutes(1));

            assertThat(holding(token)
                            .post(path(room) + "toggle-hand/", "{\"raised\":false}")
                            .status())
                    .isEqualTo(200);
            await().until(() -> !guest.self().getAttributesMap().containsKey("handRaisedAt"));
        }
    }

    @Test
    void takeAnotherName() {
        var room = aRoomOf(people.alice(), "public");
        var token = token(room, anonymous());
        try (var guest = Attendee.enter(livekitUrl(), token)) {
            assertThat(holding(token)
                            .post(path(room) + "rename/", "{\"name\":\"  Zoé \"}")
                            .status())
                    .isEqualTo(200);
            await().until(() -> guest.self().getName().equals("Zoé"));
        }
        assertThat(holding(token)
                        .post(path(room) + "rename/", "{\"name\":\"" + "x".repeat(256) + "\"}")
                        .body())
                .isEqualTo("{\"name\":[\"Ensure this field has no more than 255 characters.\"]}");
    }

    @Test
    void areKnownByATokenOfThisRoomAlone() {
        var alice = people.alice();
        var room = aRoomOf(alice, "public");
        var other = token(aRoomOf(alice, "public"), anonymous());

        for (var action : new String[] {"toggle-hand/", "rename/", "start-subtitle/"}) {
            var own = as(alice).post(path(room) + action, "{}");
            assertThat(own.status()).as("a session is no token").isEqualTo(403);
            assertThat(own.header("WWW-Authenticate")).isNull();
            assertThat(own.body()).isEqualTo("{\"detail\":\"Authentication credentials were not provided.\"}");
            assertThat(holding(other).post(path(room) + action, "{}").body())
                    .isEqualTo("{\"detail\":\"You do not have permission to perform this action.\"}");
            assertThat(holding("x")
                            .post(ROOMS + "nowhere-at-all/" + action, "{}")
                            .status())
                    .isEqualTo(403);
            assertThat(holding(other)
                            .post(ROOMS + "nowhere-at-all/" + action, "{}")
                            .status())
                    .isEqualTo(404);
            assertThat(new io.causerie.Http(port)
                            .with("Authorization", "Basic x")
                            .post(path(room) + action, "{}")
                            .body())
                    .isEqualTo("{\"detail\":\"Authorization header must be: Bearer <token>\"}");
        }
        var token = token(room, anonymous());
        assertThat(holding(token).post(path(room) + "toggle-hand/", "{}").body())
                .isEqualTo("{\"raised\":[\"This field is required.\"]}");
        assertThat(holding(token)
                        .post(path(room) + "toggle-hand/", "{\"raised\":[]}")
                        .body())
                .isEqualTo("{\"raised\":[\"Must be a valid boolean.\"]}");
        assertThat(holding(token)
                        .post(path(room) + "toggle-hand/", "{\"raised\":true}")
                        .body())
                .isEqualTo("{\"error\":\"Participant not found\"}");
    }

    @Test
    void sendForSubtitles() {
        var room = aRoomOf(people.alice(), "public");
        var token = token(room, anonymous());
        try (var guest = Attendee.enter(livekitUrl(), token)) {
            assertThat(holding(token).post(path(room) + "start-subtitle/", "").body())
                    .isEqualTo("{\"status\":\"success\"}");
            assertThat(guest.isOut()).isFalse();
        }
    }
}
