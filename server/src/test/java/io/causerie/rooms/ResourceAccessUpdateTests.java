package io.causerie.rooms;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code PUT} and {@code PATCH /api/v1.0/resource-accesses/{id}/}. */
class ResourceAccessUpdateTests extends ResourceAccessTest {

    @ParameterizedTest
    @CsvSource({
        "ADMINISTRATOR, MEMBER,        ADMINISTRATOR, 200",
        "ADMINISTRATOR, ADMINISTRATOR, MEMBER,        200",
        "ADMINISTRATOR, MEMBER,        OWNER,         403",
        "ADMINISTRATOR, OWNER,         MEMBER,        403",
        "ADMINISTRATOR, OWNER,         OWNER,         403",
        "OWNER,         MEMBER,        OWNER,         200",
        "OWNER,         ADMINISTRATOR, MEMBER,        200",
        "OWNER,         OWNER,         MEMBER,        403",
        "OWNER,         OWNER,         OWNER,         403",
        "MEMBER,        MEMBER,        MEMBER,        403"
    })
    void followsTheTableOfTheContract(Role caller, Role before, Role after, int status) {
        var alice = people.alice();
        var bob = people.bob();
        var carol = people.alice();
        var room = aRoomOf(alice, "public");
        grant(room, bob, caller);
        grant(room, carol, before);

        var answer = change(bob, room, carol, after.wire());

        assertThat(answer.status()).isEqualTo(status);
        if (status == 200) {
            assertThat(answer.body())
                    .isEqualTo("{\"id\":\"" + accessOf(room, carol) + "\",\"user\":\""
                            + carol.user().id() + "\",\"resource\":\"" + id(room) + "\",\"role\":\"" + after.wire()
                            + "\"}");
            assertThat(roleOf(room, carol)).isEqualTo(after.wire());
        } else {
            assertThat(answer.body()).isEqualTo(caller == Role.MEMBER ? GENERIC : ONLY_OWNERS);
            assertThat(roleOf(room, carol)).isEqualTo(before.wire());
        }
    }

    @Test
    void letsAnAdministratorStepDown() {
        var alice = people.alice();
        var bob = people.bob();
        var room = aRoomOf(alice, "public");
        grant(room, bob, Role.ADMINISTRATOR);

        assertThat(change(bob, room, bob, "member").status()).isEqualTo(200);
        assertThat(change(bob, room, bob, "administrator").status()).isEqualTo(403);
    }

    @Test
    void keepsTheLastOwner() {
        var alice = people.alice();
        var room = aRoomOf(alice, "public");

        var answer = change(alice, room, alice, "administrator");

        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.body()).isEqualTo(LAST_OWNER);
        assertThat(change(alice, room, alice, "owner").status()).isEqualTo(200);
        grant(room, people.bob(), Role.OWNER);
        assertThat(change(alice, room, alice, "administrator").status()).isEqualTo(200);
    }

    @Test
    void asksWhoMayBeforeItReadsTheBody() {
        var alice = people.alice();
        var bob = people.bob();
        var room = aRoomOf(alice, "public");
        var path = ACCESSES + accessOf(room, alice) + "/";

        assertThat(anonymous().patch(path, "{").status()).isEqualTo(401);
        assertThat(as(bob).patch(path, "{").body()).isEqualTo(GENERIC);
        assertThat(as(bob).patch(ACCESSES + UUID.randomUUID() + "/", "{").status())
                .isEqualTo(404);
        assertThat(as(alice).patch(path, "{").status()).isEqualTo(400);
        assertThat(as(alice).patch(path, "{\"role\":\"x\"}").body())
                .isEqualTo("{\"role\":[\"\\\"x\\\" is not a valid choice.\"]}");
        assertThat(as(alice).patch(path, "{\"role\":null}").status()).isEqualTo(400);
    }

    @Test
    void neverMovesAnAccessToAnotherPersonOrRoom() {
        var alice = people.alice();
        var bob = people.bob();
        var carol = people.alice();
        var room = aRoomOf(alice, "public");
        var other = aRoomOf(alice, "public");
        grant(room, bob, Role.MEMBER);

        var answer = as(alice).put(ACCESSES + accessOf(room, bob) + "/", body(other, carol, "administrator"));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json().get("user").asString())
                .isEqualTo(bob.user().id().toString());
        assertThat(answer.json().get("resource").asString()).isEqualTo(id(room).toString());
        assertThat(roleOf(room, bob)).isEqualTo("administrator");
        assertThat(roleOf(other, carol)).isEqualTo("none");
    }

    @Test
    void checksWhatIsSaidOfPersonAndRoomAllTheSame() {
        var alice = people.alice();
        var bob = people.bob();
        var room = aRoomOf(alice, "public");
        grant(room, bob, Role.MEMBER);
        var path = ACCESSES + accessOf(room, bob) + "/";

        assertThat(as(alice).put(path, "{\"role\":\"member\"}").body())
                .isEqualTo("{\"user\":[\"This field is required.\"],\"resource\":[\"This field is required.\"]}");
        assertThat(as(alice)
                        .patch(path, "{\"resource\":\"" + id(aRoomOf(bob, "public")) + "\"}")
                        .body())
                .contains("You must be administrator or owner of a room to add accesses to it.");
        assertThat(as(alice)
                        .patch(path, "{\"user\":\"" + alice.user().id() + "\"}")
                        .body())
                .contains("Resource access with this User and Resource already exists.");
        assertThat(as(alice)
                        .patch(path, "{\"user\":\"" + UUID.randomUUID() + "\"}")
                        .body())
                .contains("object does not exist.");
        assertThat(as(alice).put(path, body(room, bob, "member")).status()).isEqualTo(200);
        assertThat(as(alice).patch(path, "{}").status()).isEqualTo(200);
    }

    @Test
    void isToldToWhoeverCaresOnceStored() {
        var alice = people.alice();
        var bob = people.bob();
        var room = aRoomOf(alice, "public");
        var user = bob.user().id();

        give(alice, room, bob, "member");
        give(alice, room, bob, "member");
        change(alice, room, bob, "administrator");
        change(alice, room, bob, "administrator");
        change(alice, room, alice, "member");
        remove(alice, room, bob);

        assertThat(ears.roles(id(room)))
                .containsExactly(
                        new RoleChanged(id(room), user, Role.MEMBER),
                        new RoleChanged(id(room), user, Role.ADMINISTRATOR),
                        new RoleChanged(id(room), user, null));
    }

    @Test
    void newRoomsAreToldWithWhoWaitsForThem() {
        var alice = people.alice();
        var user = alice.user().id();
        var quiet = aRoomOf(alice, "trusted");
        var awaited = as(alice)
                .post(ROOMS, "{\"name\":\"Awaited\",\"callback_id\":\"y\"}")
                .json();

        assertThat(ears.made(id(quiet))).containsExactly(new RoomCreated(id(quiet), user, AccessLevel.TRUSTED, false));
        assertThat(ears.made(id(awaited)))
                .containsExactly(new RoomCreated(id(awaited), user, AccessLevel.PUBLIC, true));
    }
}
