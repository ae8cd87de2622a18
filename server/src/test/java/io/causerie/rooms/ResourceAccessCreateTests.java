package io.causerie.rooms;

import static org.assertj.core.api.Assertions.assertThat;

import io.causerie.Http;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code POST /api/v1.0/resource-accesses/}. */
class ResourceAccessCreateTests extends ResourceAccessTest {

    @Test
    void givesARoleWhichIsMemberIfNoneIsSaid() {
        var alice = people.alice();
        var bob = people.bob();
        var carol = people.alice();
        var room = aRoomOf(alice, "public");

        var answer = give(alice, room, bob, "administrator");
        var quiet =
                as(alice).post(ACCESSES, "{\"user\":\"" + carol.user().id() + "\",\"resource\":\"" + id(room) + "\"}");

        assertThat(answer.status()).isEqualTo(201);
        assertThat(answer.body())
                .isEqualTo("{\"id\":\"" + accessOf(room, bob) + "\",\"user\":\""
                        + bob.user().id() + "\",\"resource\":\"" + id(room) + "\",\"role\":\"administrator\"}");
        assertThat(quiet.status()).isEqualTo(201);
        assertThat(roleOf(room, carol)).isEqualTo("member");
    }

    @Test
    void isForAdministrators() {
        var alice = people.alice();
        var bob = people.bob();
        var room = aRoomOf(alice, "public");

        assertThat(anonymous().post(ACCESSES, body(room, bob, "member")).status())
                .isEqualTo(401);
        assertThat(new Http(port)
                        .with("Cookie", alice.cookies())
                        .post(ACCESSES, body(room, bob, "member"))
                        .body())
                .contains("CSRF Failed: ");
        assertThat(give(bob, room, bob, "member").status()).isEqualTo(403);
        grant(room, bob, Role.MEMBER);
        assertThat(give(bob, room, people.alice(), "member").body())
                .isEqualTo("{\"detail\":\"You must be administrator or owner of a room to add accesses to it.\"}");
    }

    @Test
    void tellsOfAnothersRoomBeforeTheFaultsOfOtherFields() {
        var room = aRoomOf(people.alice(), "public");

        var answer = as(people.bob()).post(ACCESSES, "{\"resource\":\"" + id(room) + "\",\"role\":\"king\"}");

        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.body()).contains("You must be administrator or owner");
    }

    @Test
    void makesOwnersForOwnersOnly() {
        var alice = people.alice();
        var bob = people.bob();
        var carol = people.alice();
        var room = aRoomOf(alice, "public");
        grant(room, bob, Role.ADMINISTRATOR);

        var answer = give(bob, room, carol, "owner");

        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.body()).isEqualTo(ONLY_OWNERS);
        assertThat(give(alice, room, carol, "owner").status()).isEqualTo(201);
        assertThat(give(bob, room, people.alice(), "administrator").status()).isEqualTo(201);
    }

    @Test
    void refusesASecondAccessBeforeItLooksAtTheRole() {
        var alice = people.alice();
        var bob = people.bob();
        var room = aRoomOf(alice, "public");
        grant(room, bob, Role.ADMINISTRATOR);

        var answer = give(bob, room, alice, "owner");

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.body())
                .isEqualTo("{\"non_field_errors\":[\"Resource access with this User and Resource already exists.\"]}");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{} | {\"user\":[\"This field is required.\"],\"resource\":[\"This field is required.\"]}",
                "{\"user\":null,\"resource\":\"\"} | {\"user\":[\"This field may not be null.\"],\"resource\":[\"This field may"
                        + " not be null.\"]}",
                "{\"user\":\"x\",\"resource\":[]} | {\"user\":[\"“x” is not a valid UUID.\"],\"resource\":[\"Incorrect type."
                        + " Expected pk value, received list.\"]}",
                "{\"user\":\"5d0d0a0e-3f5d-4f0f-9d3f-2d1f0c9b8a77\",\"resource\":\"5d0d0a0e3f5d4f0f9d3f2d1f0c9b8a78\",\"role\":\"x\"}"
                        + " | {\"role\":[\"\\\"x\\\" is not a valid choice.\"],\"user\":[\"Invalid pk"
                        + " \\\"5d0d0a0e-3f5d-4f0f-9d3f-2d1f0c9b8a77\\\" - object does not exist.\"],\"resource\":[\"Invalid pk"
                        + " \\\"5d0d0a0e3f5d4f0f9d3f2d1f0c9b8a78\\\" - object does not exist.\"]}",
                "[] | {\"non_field_errors\":[\"Invalid data. Expected a dictionary, but got list.\"]}"
            })
    void tellsAllFaultsTogether(String body, String told) {
        var answer = as(people.alice()).post(ACCESSES, body);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.body()).isEqualTo(told);
    }

    @Test
    void tellsFaultsInTheLanguageOfTheRequest() {
        var answer =
                as(people.alice()).with("Accept-Language", "fr").post(ACCESSES, "{\"user\":\"x\",\"resource\":\"y\"}");

        assertThat(answer.json().get("user").get(0).asString()).isEqualTo("« x » n’est pas un UUID.");
    }

    @Test
    void ignoresAnIdInTheBody() {
        var alice = people.alice();
        var bob = people.bob();
        var room = aRoomOf(alice, "public");
        var id = UUID.randomUUID();

        var answer = as(alice)
                .post(ACCESSES, body(room, bob, "member").replace("{\"user\"", "{\"id\":\"" + id + "\",\"user\""));

        assertThat(answer.status()).isEqualTo(201);
        assertThat(answer.json().get("id").asString()).isNotEqualTo(id.toString());
    }
}
