package io.causerie.rooms;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** {@code DELETE /api/v1.0/resource-accesses/{id}/}. */
class ResourceAccessDeleteTests extends ResourceAccessTest {

    @Test
    void letsAdministratorsTakeRolesAwayTheirOwnToo() {
        var alice = people.alice();
        var bob = people.bob();
        var carol = people.alice();
        var room = aRoomOf(alice, "public");
        grant(room, bob, Role.ADMINISTRATOR);
        grant(room, carol, Role.MEMBER);

        var answer = remove(bob, room, carol);

        assertThat(answer.status()).isEqualTo(204);
        assertThat(answer.body()).isEmpty();
        assertThat(remove(bob, room, bob).status()).isEqualTo(204);
        assertThat(roleOf(room, bob)).isEqualTo("none");
    }

    @Test
    void letsNobodyButAnOwnerThemselvesGoAndNotTheLastOne() {
        var alice = people.alice();
        var bob = people.bob();
        var room = aRoomOf(alice, "public");

        assertThat(remove(alice, room, alice).body()).isEqualTo(LAST_OWNER);
        assertThat(remove(alice, room, alice).status()).isEqualTo(403);
        grant(room, bob, Role.OWNER);
        assertThat(remove(bob, room, alice).body()).isEqualTo(GENERIC);
        assertThat(remove(alice, room, alice).status()).isEqualTo(204);
        assertThat(remove(bob, room, bob).body()).isEqualTo(LAST_OWNER);
    }

    @Test
    void isNotForMembersNorStrangers() {
        var alice = people.alice();
        var bob = people.bob();
        var room = aRoomOf(alice, "public");
        grant(room, bob, Role.MEMBER);

        assertThat(remove(bob, room, bob).body()).isEqualTo(GENERIC);
        assertThat(remove(people.bob(), room, bob).status()).isEqualTo(403);
        assertThat(anonymous().delete(ACCESSES + accessOf(room, bob) + "/").status())
                .isEqualTo(401);
        assertThat(remove(alice, room, bob).status()).isEqualTo(204);
    }
}
