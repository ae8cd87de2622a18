package io.causerie.meetings;

import static org.assertj.core.api.Assertions.assertThat;

import io.causerie.rooms.RoomsTest;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whether people in the meeting may mute others, in every spelling that may be stored (contract 03, sections 5.8, 12.1 and 24.2, item 12). */
class EveryoneCanMuteTests extends RoomsTest {

    /** Permission is looked at before the body: an empty one is a fault only for who may. */
    @ParameterizedTest
    @CsvSource({
        "{}, 400",
        "'{\"everyone_can_mute\":true}', 400",
        "'{\"everyone_can_mute\":1}', 400",
        "'{\"everyone_can_mute\":\"yes\"}', 400",
        "'{\"everyone_can_mute\":\"ON\"}', 400",
        "'{\"everyone_can_mute\":\"1\"}', 400",
        "'{\"everyone_can_mute\":null}', 403",
        "'{\"everyone_can_mute\":false}', 403",
        "'{\"everyone_can_mute\":0}', 403",
        "'{\"everyone_can_mute\":\"false\"}', 403",
        "'{\"everyone_can_mute\":\"F\"}', 403",
        "'{\"everyone_can_mute\":\"No\"}', 403",
        "'{\"everyone_can_mute\":\"0\"}', 403"
    })
    void everyoneCanMuteAsAString(String configuration, int status) {
        var alice = people.alice();
        var room = aRoomOf(alice, "public");
        as(alice).patch(path(room), "{\"configuration\":" + configuration + "}");
        var guest = anonymous().get(path(room)).json();
        var token = guest.get("livekit").get("token").asString();

        var answer = anonymous().with("Authorization", "Bearer " + token).post(path(room) + "mute-participant/", "{}");

        assertThat(guest.get("configuration").toString()).isEqualTo(configuration);
        assertThat(answer.status()).isEqualTo(status);
    }
}
