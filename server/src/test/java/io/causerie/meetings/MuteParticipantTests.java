package io.causerie.meetings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.causerie.livekit.Attendee;
import livekit.LivekitModels.TrackSource;
import livekit.LivekitRtc.SignalResponse;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** {@code POST /api/v1.0/rooms/{id or slug}/mute-participant/}. */
class MuteParticipantTests extends LiveMeetingTest {

    private static final String FORBIDDEN = "{\"detail\":\"You do not have permission to perform this action.\"}";

    @Test
    void mutesForAnAdministratorWhoNeedNotBeThere() {
        var alice = people.alice();
        var room = aRoomOf(alice, "public");
        var guest = enter(room, anonymous());
        var track = guest.announce(TrackSource.MICROPHONE);

        var answer =
                as(alice).post(path(room) + "mute-participant/", naming(guest, ",\"track_sid\":\"" + track + "\""));

        assertThat(answer.body()).isEqualTo("{\"status\":\"success\"}");
        await().until(() -> guest.heard().stream().anyMatch(SignalResponse::hasMute));
    }

    @Test
    void mutesForEverybodyInTheMeetingUnlessTheRoomSaysOtherwise() {
        var alice = people.alice();
        var room = aRoomOf(alice, "public");
        var loud = enter(room, anonymous());
        var track = loud.announce(TrackSource.CAMERA);
        var token = token(room, anonymous());

        assertThat(mute(room, token, loud, track).body()).isEqualTo("{\"error\":\"Could not verify caller presence\"}");
        var guest = anonymous();
        var inside = Attendee.enter(livekitUrl(), token);
        assertThat(mute(room, token, loud, track).status()).isEqualTo(200);
        for (var no : new String[] {"false", "null", "\"no\"", "\"0\""}) {
            as(alice).patch(path(room), "{\"configuration\":{\"everyone_can_mute\":" + no + "}}");
            assertThat(mute(room, token, loud, track).body()).as(no).isEqualTo(FORBIDDEN);
        }
        inside.close();
        assertThat(guest.post(path(room) + "mute-participant/", naming(loud, ""))
                        .body())
                .isEqualTo("{\"detail\":\"Authentication credentials were not provided.\"}");
    }

    @Test
    void neverTakesATokenForASession() {
        var alice = people.alice();
        var room = aRoomOf(alice, "public");
        as(alice).patch(path(room), "{\"configuration\":{\"everyone_can_mute\":false}}");
        var other = aRoomOf(alice, "public");
        var own = token(room, as(alice));

        var both = as(alice).with("Authorization", "Bearer " + own);
        assertThat(both.post(path(room) + "mute-participant/", "{}").body()).isEqualTo(FORBIDDEN);
        assertThat(holding(own).post(path(other) + "mute-participant/", "{}").body())
                .isEqualTo(FORBIDDEN);
    }

    @Test
    void tellsWhatIsWrongInTheContractsOrder() {
        var alice = people.alice();
        var room = aRoomOf(alice, "public");
        enter(room, anonymous());

        assertThat(holding("nonsense")
                        .post(ROOMS + "nowhere/mute-participant/", "")
                        .body())
                .isEqualTo("{\"detail\":\"Invalid LiveKit token: Not enough segments\"}");
        assertThat(as(alice)
                        .post(ROOMS + "nowhere-at-all/mute-participant/", "")
                        .status())
                .isEqualTo(404);
        assertThat(as(people.bob()).post(path(room) + "mute-participant/", "").body())
                .isEqualTo(FORBIDDEN);
        assertThat(as(alice).post(path(room) + "mute-participant/", "{}").body())
                .isEqualTo(
                        "{\"participant_identity\":[\"This field is required.\"],\"track_sid\":[\"This field is required.\"]}");
        assertThat(as(alice)
                        .post(
                                path(room) + "mute-participant/",
                                "{\"participant_identity\":\"x\",\"track_sid\":\"TR_x\"}")
                        .body())
                .isEqualTo("{\"error\":\"Participant not found\"}");
    }

    private io.causerie.Http.Answer mute(JsonNode room, String token, Attendee whom, String track) {
        return holding(token).post(path(room) + "mute-participant/", naming(whom, ",\"track_sid\":\"" + track + "\""));
    }
}
