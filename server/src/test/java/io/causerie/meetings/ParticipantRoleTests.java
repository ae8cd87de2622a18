package io.causerie.meetings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** {@code POST /api/v1.0/rooms/{id or slug}/update-participant-role/}. */
class ParticipantRoleTests extends LiveMeetingTest {

    @Test
    void promotesAndDemotesPeopleInTheMeeting() {
        var alice = people.alice();
        var bob = people.bob();
        var room = aRoomOf(alice, "public");
        enter(room, as(alice));
        var promoted = enter(room, as(bob));

        for (var role : new String[] {"administrator", "administrator", "member"}) {
            assertThat(as(alice)
                            .post(
                                    path(room) + "update-participant-role/",
                                    naming(promoted, ",\"role\":\"" + role + "\""))
                            .body())
                    .isEqualTo("{\"role\":\"" + role + "\",\"livekit_synced\":true}");
            await().until(() -> promoted.self()
                    .getAttributesMap()
                    .getOrDefault("room_role", "")
                    .equals(role));
            assertThat(storedRole(room, bob.user().id())).isEqualTo(role);
        }
    }

    @Test
    void needsItsCallerInTheMeeting() {
        var alice = people.alice();
        var room = aRoomOf(alice, "public");

        assertThat(as(people.bob())
                        .post(path(room) + "update-participant-role/", "{}")
                        .body())
                .isEqualTo("{\"detail\":\"You must have privileges on room to perform this action.\"}");
        assertThat(as(alice).post(path(room) + "update-participant-role/", "{}").body())
                .isEqualTo("{\"detail\":\"You must be connected to the meeting to perform this action.\"}");
    }

    @Test
    void refusesWhatCannotBe() {
        var alice = people.alice();
        var room = aRoomOf(alice, "public");
        var bob = administrator(room);
        var owner = enter(room, as(alice));
        var admin = enter(room, as(bob));
        var guest = enter(room, anonymous());
        var path = path(room) + "update-participant-role/";

        assertThat(as(alice)
                        .post(path, "{\"participant_identity\":\"x\",\"role\":\"owner\"}")
                        .body())
                .isEqualTo("{\"role\":[\"\\\"owner\\\" is not a valid choice.\"]}");
        assertThat(as(bob).post(path, naming(admin, ",\"role\":\"member\"")).body())
                .isEqualTo("{\"error\":\"You cannot change your own role.\"}");
        assertThat(as(bob).post(path, "{\"participant_identity\":\"nobody\",\"role\":\"member\"}")
                        .body())
                .isEqualTo("{\"error\":\"Participant is not connected to this meeting.\"}");
        assertThat(as(bob).post(path, naming(guest, ",\"role\":\"member\"")).body())
                .isEqualTo("{\"error\":\"This participant has no user account and cannot be assigned a role.\"}");
        for (var role : new String[] {"member", "administrator"}) {
            assertThat(as(bob).post(path, naming(owner, ",\"role\":\"" + role + "\""))
                            .body())
                    .isEqualTo("{\"error\":\"Room owners cannot be demoted.\"}");
        }
        assertThat(storedRole(room, alice.user().id())).isEqualTo("owner");
    }

    private String storedRole(JsonNode room, java.util.UUID user) {
        return jdbc.sql("select role from meet_resource_access where resource_id = :room and user_id = :user")
                .param("room", id(room))
                .param("user", user)
                .query(String.class)
                .single();
    }
}
