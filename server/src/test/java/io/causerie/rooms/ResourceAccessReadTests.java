package io.causerie.rooms;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.Test;

/** {@code GET /api/v1.0/resource-accesses/} and {@code GET /api/v1.0/resource-accesses/{id}/}. */
class ResourceAccessReadTests extends ResourceAccessTest {

    @Test
    void listsTheNewestOfTheRoomsOneAdministersFirst() {
        var alice = people.alice();
        var bob = people.bob();
        var mine = aRoomOf(alice, "public");
        var theirs = aRoomOf(bob, "public");
        grant(theirs, alice, Role.MEMBER);
        give(alice, mine, bob, "administrator");

        var page = as(alice).get(ACCESSES).json();

        assertThat(page.get("count").asInt()).isEqualTo(2);
        var first = page.get("results").get(0);
        assertThat(first.propertyNames()).containsExactly("id", "user", "resource", "role");
        assertThat(first.get("user").asString()).isEqualTo(bob.user().id().toString());
        assertThat(first.get("resource").asString()).isEqualTo(id(mine).toString());
        assertThat(first.get("role").asString()).isEqualTo("administrator");
        assertThat(page.get("results").get(1).get("role").asString()).isEqualTo("owner");
        assertThat(as(bob).get(ACCESSES).json().get("count").asInt()).isEqualTo(4);
    }

    @Test
    void showsNothingToMembersAndStrangersAndNobodyToTheAnonymous() {
        var alice = people.alice();
        var bob = people.bob();
        grant(aRoomOf(alice, "public"), bob, Role.MEMBER);

        assertThat(as(bob).get(ACCESSES).body())
                .isEqualTo("{\"count\":0,\"next\":null,\"previous\":null,\"results\":[]}");
        assertThat(anonymous().get(ACCESSES).status()).isEqualTo(401);
        assertThat(anonymous().get(ACCESSES + UUID.randomUUID() + "/").status()).isEqualTo(401);
    }

    @Test
    void doesNotHonourAPageSize() {
        var alice = people.alice();
        var room = aRoomOf(alice, "public");
        for (int i = 0; i < 21; i++) {
            grant(room, people.bob(), Role.MEMBER);
        }

        var page = as(alice).get(ACCESSES + "?page_size=2").json();

        assertThat(page.get("results")).hasSize(20);
        assertThat(page.get("next").asString()).endsWith("page=2&page_size=2");
        assertThat(as(alice).get(ACCESSES + "?page=2").json().get("results")).hasSize(2);
        assertThat(as(alice).get(ACCESSES + "?page=3").body()).isEqualTo("{\"detail\":\"Invalid page.\"}");
    }

    @Test
    void listsInTwoStatements() {
        var alice = people.alice();
        var room = aRoomOf(alice, "public");
        grant(room, people.bob(), Role.MEMBER);
        as(alice).get(ACCESSES);

        var sent = statements.during(
                () -> assertThat(as(alice).get(ACCESSES).status()).isEqualTo(200));

        assertThat(sent).filteredOn(it -> !it.contains("session")).hasSizeLessThanOrEqualTo(2);
    }

    @Test
    void showsOneToTheAdministratorsOfItsRoomOnly() {
        var alice = people.alice();
        var bob = people.bob();
        var room = aRoomOf(alice, "public");
        var path = ACCESSES + accessOf(room, alice) + "/";

        assertThat(as(alice).get(path).body())
                .isEqualTo("{\"id\":\"" + accessOf(room, alice) + "\",\"user\":\""
                        + alice.user().id() + "\",\"resource\":\"" + id(room) + "\",\"role\":\"owner\"}");
        assertThat(as(bob).get(path).body()).isEqualTo(GENERIC);
        grant(room, bob, Role.MEMBER);
        assertThat(as(bob).get(ACCESSES + accessOf(room, bob) + "/").status()).isEqualTo(403);
    }

    @Test
    void tellsAnUnknownIdFromWhatIsNone() {
        var alice = people.alice();

        assertThat(as(alice).get(ACCESSES + UUID.randomUUID() + "/").body())
                .isEqualTo("{\"detail\":\"No ResourceAccess matches the given query.\"}");
        assertThat(as(alice).get(ACCESSES + "mine/").body()).isEqualTo("{\"detail\":\"Not found.\"}");
        assertThat(as(alice).get(ACCESSES + "mine/").status()).isEqualTo(404);
    }

    @Test
    void heedsResourcesThatAreNoRooms() {
        var alice = people.alice();
        var bob = people.bob();
        var room = aRoomOf(alice, "public");
        jdbc.sql("delete from meet_room where resource_id = :id")
                .param("id", id(room))
                .update();

        assertThat(as(alice).get(ACCESSES + accessOf(room, alice) + "/").status())
                .isEqualTo(200);
        assertThat(as(bob).get(ACCESSES + accessOf(room, alice) + "/").status()).isEqualTo(403);
        assertThat(give(alice, room, bob, "member").status()).isEqualTo(201);
        jdbc.sql("delete from meet_resource_access where resource_id = :id")
                .param("id", id(room))
                .update();
        jdbc.sql("delete from meet_resource where id = :id")
                .param("id", id(room))
                .update();
    }
}
