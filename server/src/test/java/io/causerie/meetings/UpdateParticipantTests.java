package io.causerie.meetings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import livekit.LivekitModels.TrackSource;
import org.junit.jupiter.api.Test;

/** {@code POST /api/v1.0/rooms/{id or slug}/update-participant/}. */
class UpdateParticipantTests extends LiveMeetingTest {

    @Test
    void changesWhatIsSaidAndNothingElse() {
        var alice = people.alice();
        var room = aRoomOf(alice, "public");
        var guest = enter(room, anonymous());
        var before = guest.self();

        var body = naming(guest, """
                ,"name":"New name","attributes":{"handRaisedAt":"","mood":"good"},"metadata":{"a":[1]},
                "permission":{"can_subscribe":true,"can_publish":"yes","can_publish_data":1,"can_publish_sources":["microphone"]}""");
        assertThat(as(alice).post(path(room) + "update-participant/", body).body())
                .isEqualTo("{\"status\":\"success\"}");

        await().until(() -> guest.self().getName().equals("New name"));
        var after = guest.self();
        assertThat(after.getMetadata()).isEqualTo("{\"a\":[1]}");
        assertThat(after.getAttributesMap())
                .containsEntry("mood", "good")
                .containsAllEntriesOf(before.getAttributesMap());
        assertThat(after.getPermission().getCanPublishSourcesList()).containsExactly(TrackSource.MICROPHONE);
        assertThat(after.getPermission().getCanPublish()).isTrue();
        assertThat(after.getPermission().getCanUpdateMetadata()).isFalse();
    }

    /** Contract 03, section 24.2, item 7. */
    @Test
    void letsNobodySayWhoSomebodyIs() {
        var alice = people.alice();
        var room = aRoomOf(alice, "public");
        var guest = enter(room, anonymous());
        var before = guest.self().getAttributesMap();

        var body = naming(
                guest,
                ",\"attributes\":{\"room_role\":\"owner\",\"is_authenticated\":\"true\",\"color\":\"red\",\"mood\":\"good\"}");
        assertThat(as(alice).post(path(room) + "update-participant/", body).status())
                .isEqualTo(200);

        await().until(() -> guest.self().getAttributesMap().containsKey("mood"));
        assertThat(guest.self().getAttributesMap()).containsAllEntriesOf(before);
    }

    @Test
    void takesForbiddenPermissionsForAnAttack() {
        var alice = people.alice();
        var room = aRoomOf(alice, "public");

        var answer = as(alice)
                .post(path(room) + "update-participant/", "{\"permission\":{\"hidden\":false,\"nonsense\":1}}");

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.header("Content-Type")).startsWith("text/html");
        assertThat(answer.body()).contains("Bad Request (400)");
    }

    @Test
    void tellsEveryFaultAtOnce() {
        var alice = people.alice();
        var room = aRoomOf(alice, "public");
        var path = path(room) + "update-participant/";

        assertThat(as(alice)
                        .post(path, "{\"participant_identity\":\"x\",\"name\":\"\",\"metadata\":null}")
                        .body())
                .isEqualTo("{\"non_field_errors\":[\"At least one of the following fields must be provided: metadata,"
                        + " attributes, permission, name.\"]}");
        assertThat(as(alice)
                        .post(path, "{\"metadata\":[],\"attributes\":{\"a\":1},\"permission\":{\"nonsense\":1}}")
                        .json())
                .hasToString("{\"permission\":[{\"type\":\"extra_forbidden\",\"loc\":[\"nonsense\"],"
                        + "\"msg\":\"Extra inputs are not permitted\",\"input\":\"1\","
                        + "\"url\":\"https://errors.pydantic.dev/2.13/v/extra_forbidden\"}],"
                        + "\"participant_identity\":[\"This field is required.\"],"
                        + "\"metadata\":[\"Expected a dictionary of items but got type \\\"list\\\".\"],"
                        + "\"attributes\":[{\"a\":[\"Not a valid string.\"]}]}");
        assertThat(as(alice)
                        .post(path, "{\"participant_identity\":\"x\",\"permission\":\"no json\"}")
                        .body())
                .contains("json_invalid");
        assertThat(as(alice)
                        .post(path, "{\"participant_identity\":\"x\",\"permission\":{}}")
                        .body())
                .isEqualTo("{\"error\":\"Participant not found\"}");
    }
}
