package io.causerie.meetings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import org.junit.jupiter.api.Test;

/** {@code POST /api/v1.0/rooms/{id or slug}/end/}, and the end of a deleted room's meeting. */
class EndMeetingTests extends LiveMeetingTest {

    @Test
    void putsEverybodyOutAndKeepsTheRoom() {
        var alice = people.alice();
        var room = aRoomOf(alice, "public");
        var guest = enter(room, anonymous());
        var host = enter(room, as(alice));

        assertThat(as(alice).post(path(room) + "end/", "").body()).isEqualTo("{\"status\":\"success\"}");

        await().until(() -> guest.isOut() && host.isOut());
        assertThat(as(alice).get(path(room)).status()).isEqualTo(200);
        assertThat(as(alice).post(path(room) + "end/", "").status())
                .as("over already")
                .isEqualTo(200);
    }

    @Test
    void isForAdministrators() {
        var room = aRoomOf(people.alice(), "public");

        assertThat(anonymous().post(path(room) + "end/", "").status()).isEqualTo(401);
        assertThat(as(people.bob()).post(path(room) + "end/", "").status()).isEqualTo(403);
    }

    @Test
    void aDeletedRoomLeavesNobodyInAFrozenPage() {
        var alice = people.alice();
        var room = aRoomOf(alice, "public");
        var guest = enter(room, anonymous());

        assertThat(as(alice).delete(path(room)).status()).isEqualTo(204);

        await().until(guest::isOut);
    }
}
