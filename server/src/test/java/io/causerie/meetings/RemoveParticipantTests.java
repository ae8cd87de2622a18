package io.causerie.meetings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import org.junit.jupiter.api.Test;

/** {@code POST /api/v1.0/rooms/{id or slug}/remove-participant/}. */
class RemoveParticipantTests extends LiveMeetingTest {

    @Test
    void putsSomebodyOut() {
        var alice = people.alice();
        var room = aRoomOf(alice, "public");
        var guest = enter(room, anonymous());

        assertThat(as(alice)
                        .post(path(room) + "remove-participant/", naming(guest, ""))
                        .body())
                .isEqualTo("{\"status\":\"success\"}");
        await().until(guest::isOut);
        assertThat(as(alice)
                        .post(path(room) + "remove-participant/", naming(guest, ""))
                        .body())
                .isEqualTo("{\"error\":\"Participant not found\"}");
    }

    @Test
    void isForAdministrators() {
        var alice = people.alice();
        var room = aRoomOf(alice, "public");

        assertThat(anonymous().post(path(room) + "remove-participant/", "{}").status())
                .isEqualTo(401);
        assertThat(as(alice)
                        .post(ROOMS + "nowhere-at-all/remove-participant/", "{}")
                        .status())
                .isEqualTo(404);
        assertThat(as(people.bob())
                        .post(path(room) + "remove-participant/", "{}")
                        .body())
                .isEqualTo("{\"detail\":\"You must have privileges on room to perform this action.\"}");
        assertThat(as(alice)
                        .post(path(room) + "remove-participant/", "{\"participant_identity\":\" \"}")
                        .body())
                .isEqualTo("{\"participant_identity\":[\"This field may not be blank.\"]}");
    }

    @Test
    void putsNoOwnerOutForAMereAdministrator() {
        var alice = people.alice();
        var room = aRoomOf(alice, "public");
        var bob = administrator(room);
        var owner = enter(room, as(alice));

        assertThat(as(bob).post(path(room) + "remove-participant/", naming(owner, ""))
                        .status())
                .isEqualTo(403);
        assertThat(as(bob).post(path(room) + "update-participant/", naming(owner, ",\"permission\":{}"))
                        .status())
                .isEqualTo(403);
        assertThat(owner.isOut()).isFalse();
    }
}
