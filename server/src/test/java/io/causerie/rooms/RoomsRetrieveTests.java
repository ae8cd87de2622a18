package io.causerie.rooms;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code GET /api/v1.0/rooms/{id or slug}/}. */
class RoomsRetrieveTests extends RoomsTest {

    @ParameterizedTest
    @CsvSource({"public, true, true, true", "trusted, false, true, true", "restricted, false, false, true"})
    void opensByAccessLevel(String level, boolean anonymous, boolean stranger, boolean member) {
        var alice = people.alice();
        var bob = people.bob();
        var room = aRoomOf(alice, level);

        assertThat(anonymous().get(path(room)).json().has("livekit")).isEqualTo(anonymous);
        assertThat(anonymous().get(path(room)).json().has("pin_code")).isEqualTo(anonymous);
        assertThat(as(bob).get(path(room)).json().has("livekit")).isEqualTo(stranger);
        grant(room, bob, Role.MEMBER);
        assertThat(as(bob).get(path(room)).json().has("livekit")).isEqualTo(member);
        assertThat(as(bob).get(path(room)).json().has("accesses")).isFalse();
        assertThat(as(alice).get(path(room)).json().get("accesses")).hasSize(2);
    }

    @Test
    void tellsAdministratorsAllAccessesNewestFirst() {
        var alice = people.alice();
        var bob = people.bob();
        var room = aRoomOf(alice, "public");
        grant(room, bob, Role.ADMINISTRATOR);

        var accesses = as(bob).get(path(room)).json().get("accesses");

        assertThat(accesses).hasSize(2);
        assertThat(accesses.get(0).get("user").get("id").asString())
                .isEqualTo(bob.user().id().toString());
        assertThat(accesses.get(1).get("role").asString()).isEqualTo("owner");
    }

    @Test
    void findsARoomByAnySpellingOfItsIdOrName() {
        var alice = people.alice();
        var room = as(alice).post(ROOMS, "{\"name\":\"Été à Paris\"}").json();
        var id = room.get("id").asString();

        for (var key : new String[] {
            id, id.toUpperCase(Locale.ROOT), id.replace("-", ""), "{" + id + "}", "Été à Paris", "ETE-A-PARIS"
        }) {
            var path = ROOMS + URLEncoder.encode(key, StandardCharsets.UTF_8).replace("+", "%20") + "/";
            assertThat(anonymous().get(path).json().get("id").asString()).isEqualTo(id);
        }
    }

    @Test
    void givesAnonymousPeopleAnIdentityOfTheirOwnEachTime() {
        var room = aRoomOf(people.alice(), "public");

        var first = claims(anonymous().get(path(room) + "?username=Zoe").json());
        var second = claims(anonymous().get(path(room)).json());

        assertThat(first.get("name").asString()).isEqualTo("Zoe");
        assertThat(second.get("name").asString()).isEqualTo("Anonymous");
        assertThat(first.get("sub")).isNotEqualTo(second.get("sub"));
        assertThat(first.get("attributes").get("is_authenticated").asString()).isEqualTo("false");
        assertThat(first.get("attributes").get("room_role").isNull()).isTrue();
        assertThat(first.get("exp").asLong() - first.get("nbf").asLong()).isEqualTo(21600);
    }

    @Test
    void limitsWhatOthersPublishButNotItsAdministrators() {
        var alice = people.alice();
        var room = aRoomOf(alice, "public");
        as(alice).patch(path(room), "{\"configuration\":{\"can_publish_sources\":[]}}");

        assertThat(claims(anonymous().get(path(room)).json())
                        .get("video")
                        .get("canPublish")
                        .booleanValue())
                .isFalse();
        assertThat(claims(as(alice).get(path(room)).json()).get("video").get("canPublishSources"))
                .hasSize(4);
    }

    @Test
    void toleratesAConfigurationThatIsNoObject() {
        var room = aRoomOf(people.alice(), "public");
        jdbc.sql("update meet_room set configuration = '[1]' where resource_id = :id")
                .param("id", id(room))
                .update();

        var answer = anonymous().get(path(room));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json().get("configuration").toString()).isEqualTo("[1]");
    }

    @Test
    void isAnAdHocRoomWhereNobodyRegisteredOne() {
        var answer = anonymous().get(ROOMS + "Nobody's%20room/?username=Zoe");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json().propertyNames())
                .containsExactly("id", "slug", "is_administrable", "access_level", "livekit");
        assertThat(answer.json().get("id").isNull()).isTrue();
        assertThat(answer.json().get("slug").asString()).isEqualTo("nobodys-room");
        assertThat(answer.json().get("is_administrable").booleanValue()).isFalse();
        assertThat(claims(answer.json()).get("video").get("room").asString()).isEqualTo("nobodys-room");
    }

    @Test
    void isNoWayIntoARestrictedRoomByAnotherSpelling() {
        var room = aRoomOf(people.alice(), "restricted");
        var id = room.get("id").asString();

        for (var suffix : new String[] {"!", "_", "%20", "-", "%C3%9F"}) {
            var answer = anonymous().get(ROOMS + id + suffix + "/");
            assertThat(answer.body()).doesNotContain("livekit");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"%E6%97%A5%E6%9C%AC%E8%AA%9E", "connection-test-1", "!!!"})
    void isNotFoundWhereNoRoomCanBe(String key) {
        var answer = anonymous().get(ROOMS + key + "/");

        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.body()).isEqualTo("{\"detail\":\"No Room matches the given query.\"}");
    }

    @Test
    void isNotFoundByAnUnknownId() {
        assertThat(anonymous().get(ROOMS + UUID.randomUUID() + "/").status()).isEqualTo(404);
    }

    @Test
    void costsOneStatementBesideTheSession() {
        var alice = people.alice();
        var room = aRoomOf(alice, "restricted");
        grant(room, people.bob(), Role.MEMBER);
        as(alice).get(path(room));

        assertThat(statements.during(() -> as(alice).get(path(room)))).hasSize(2);
        assertThat(statements.during(() -> anonymous().get(path(room)))).hasSize(1);
    }
}
