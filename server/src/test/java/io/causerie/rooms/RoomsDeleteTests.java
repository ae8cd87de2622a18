package io.causerie.rooms;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.Test;

/** {@code DELETE /api/v1.0/rooms/{id or slug}/}. */
class RoomsDeleteTests extends RoomsTest {

    @Test
    void isForOwners() {
        var alice = people.alice();
        var bob = people.bob();
        var room = aRoomOf(alice, "public");

        assertThat(anonymous().delete(path(room)).status()).isEqualTo(401);
        assertThat(as(bob).delete(path(room)).status()).isEqualTo(403);
        grant(room, bob, Role.ADMINISTRATOR);
        assertThat(as(bob).delete(path(room)).body())
                .isEqualTo("{\"detail\":\"You do not have permission to perform this action.\"}");
        assertThat(as(bob).delete(ROOMS + UUID.randomUUID() + "/").status()).isEqualTo(404);

        var answer = as(alice).delete(path(room));

        assertThat(answer.status()).isEqualTo(204);
        assertThat(answer.bytes()).isEmpty();
        assertThat(as(alice).get(path(room)).status()).isEqualTo(404);
    }

    @Test
    void takesAllWithItThatHangsOnTheRoom() {
        var alice = people.alice();
        var room = aRoomOf(alice, "public");
        var recording = UUID.randomUUID();
        jdbc.sql("""
                        with recording as (
                            insert into meet_recording (id, created_at, updated_at, status, room_id, mode, options)
                            values (:recording, now(), now(), 'active', :room, 'screen_recording', '{}'))
                        insert into meet_recording_access (id, created_at, updated_at, role, recording_id, user_id, team)
                        values (gen_random_uuid(), now(), now(), 'owner', :recording, :user, '')""")
                .param("recording", recording)
                .param("room", id(room))
                .param("user", alice.user().id())
                .update();

        assertThat(as(alice).delete(path(room)).status()).isEqualTo(204);

        for (var rest : new String[] {
            "meet_resource where id = :id",
            "meet_room where resource_id = :id",
            "meet_resource_access where resource_id = :id",
            "meet_recording where room_id = :id",
            "meet_recording_access a where not exists (select 1 from meet_recording where id = a.recording_id) and :id is not null"
        }) {
            assertThat(jdbc.sql("select count(*) from " + rest)
                            .param("id", id(room), java.sql.Types.OTHER)
                            .query(Integer.class)
                            .single())
                    .isZero();
        }
    }
}
