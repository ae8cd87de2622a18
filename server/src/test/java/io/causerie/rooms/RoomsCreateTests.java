package io.causerie.rooms;

import static org.assertj.core.api.Assertions.assertThat;

import io.causerie.Http;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code POST /api/v1.0/rooms/}. */
class RoomsCreateTests extends RoomsTest {

    @Test
    void makesTheCallerOwner() {
        var alice = people.alice();

        var answer = as(alice).post(ROOMS + "?username=Zo%C3%A9", "{\"name\":\" Réunion d'équipe \"}");

        assertThat(answer.status()).isEqualTo(201);
        var room = answer.json();
        assertThat(room.propertyNames())
                .containsExactly(
                        "id", "name", "slug", "configuration", "access_level", "pin_code", "livekit", "accesses");
        assertThat(room.get("name").asString()).isEqualTo("Réunion d'équipe");
        assertThat(room.get("slug").asString()).isEqualTo("reunion-dequipe");
        assertThat(room.get("configuration").toString()).isEqualTo("{}");
        assertThat(room.get("access_level").asString()).isEqualTo("public");
        assertThat(room.get("pin_code").isNull()).isTrue();
        assertThat(room.get("accesses")).hasSize(1);
        var access = room.get("accesses").get(0);
        assertThat(access.propertyNames()).containsExactly("id", "resource", "role", "user");
        assertThat(access.get("resource")).isEqualTo(room.get("id"));
        assertThat(access.get("role").asString()).isEqualTo("owner");
        assertThat(access.get("user").get("email").asString())
                .isEqualTo(alice.user().email());
        assertThat(claims(room).get("sub").asString()).isEqualTo(alice.user().sub());
        assertThat(claims(room).get("name").asString()).isEqualTo("Zoé");
        assertThat(claims(room).get("video").get("roomAdmin").booleanValue()).isTrue();
        assertThat(claims(room).get("attributes").get("room_role").asString()).isEqualTo("owner");
    }

    @Test
    void needsASignedInCaller() {
        var answer = anonymous().post(ROOMS, "{\"name\":\"x\"}");

        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.header("WWW-Authenticate")).isEqualTo("Session");
    }

    @Test
    void needsTheCsrfToken() {
        var answer = new Http(port).with("Cookie", people.alice().cookies()).post(ROOMS, "{\"name\":\"x\"}");

        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.body()).contains("CSRF Failed: ");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{} | {\"name\":[\"This field is required.\"]}",
                "{\"name\":null} | {\"name\":[\"This field may not be null.\"]}",
                "{\"name\":\"  \"} | {\"name\":[\"This field may not be blank.\"]}",
                "{\"name\":true} | {\"name\":[\"Not a valid string.\"]}",
                "{\"name\":\"b\",\"access_level\":\"x\"} | {\"access_level\":[\"\\\"x\\\" is not a valid choice.\"]}",
                "{\"name\":\"b\",\"access_level\":\"\"} | {\"access_level\":[\"\\\"\\\" is not a valid choice.\"]}",
                "{\"name\":\"b\",\"access_level\":null} | {\"access_level\":[\"This field may not be null.\"]}",
                "{\"name\":\"b\",\"configuration\":null} | {\"configuration\":[\"This field may not be null.\"]}",
                "[] | {\"non_field_errors\":[\"Invalid data. Expected a dictionary, but got list.\"]}",
                "{\"name\":\"5d0d0a0e 3f5d 4f0f 9d3f 2d1f0c9b8a77!\"} | {\"name\":[\"Room name \\\"5d0d0a0e 3f5d 4f0f 9d3f"
                        + " 2d1f0c9b8a77!\\\" is reserved.\"]}"
            })
    void tellsWhatIsWrong(String body, String told) {
        var answer = as(people.alice()).post(ROOMS, body);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.body()).isEqualTo(told);
    }

    @Test
    void tellsAllFaultsTogether() {
        var answer = as(people.alice()).post(ROOMS, "{\"access_level\":\"x\",\"configuration\":{\"foo\":1}}");

        assertThat(answer.json().propertyNames()).containsExactlyInAnyOrder("name", "access_level", "configuration");
        assertThat(answer.json().get("configuration").toString())
                .isEqualTo(
                        "[{\"type\":\"extra_forbidden\",\"loc\":[\"foo\"],\"msg\":\"Extra inputs are not permitted\","
                                + "\"input\":\"1\",\"url\":\"https://errors.pydantic.dev/2.13/v/extra_forbidden\"}]");
    }

    @Test
    void tellsTheRealLengthOfALongSlug() {
        var answer = as(people.alice()).post(ROOMS, "{\"name\":\"" + "a".repeat(101) + "\"}");

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.body())
                .isEqualTo("{\"slug\":[\"Ensure this value has at most 100 characters (it has 101).\"]}");
    }

    @Test
    void refusesASecondRoomOfTheSameSlug() {
        var alice = people.alice();
        as(alice).post(ROOMS, "{\"name\":\"Weekly review\"}");

        var answer = as(alice).post(ROOMS, "{\"name\":\"weekly REVIEW!\"}");

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.body()).isEqualTo("{\"slug\":[\"Room with this Slug already exists.\"]}");
    }

    @Test
    void letsOneOfFiftyHaveASlugAndTellsTheOthers() throws Exception {
        var alice = people.alice();
        Callable<Integer> create =
                () -> as(alice).post(ROOMS, "{\"name\":\"Coveted\"}").status();

        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var statuses = threads
                    .invokeAll(IntStream.range(0, 50).mapToObj(it -> create).toList())
                    .stream()
                    .map(it -> it.resultNow())
                    .toList();

            assertThat(statuses).containsOnly(201, 400);
            assertThat(statuses).filteredOn(it -> it == 201).hasSize(1);
        }
        assertThat(count("select count(*) from meet_room where slug = 'coveted'"))
                .isEqualTo(1);
        assertThat(
                        count(
                                "select count(*) from meet_resource r where not exists (select 1 from meet_room where resource_id = r.id)"))
                .isZero();
    }

    @Test
    void keepsTheConfigurationAsItWasSent() {
        var sent = "{\"everyone_can_mute\":\"yes\",\"can_publish_sources\":null}";

        var room = as(people.alice())
                .post(ROOMS, "{\"name\":\"" + UUID.randomUUID() + "x\",\"configuration\":" + sent + "}")
                .json();

        assertThat(room.get("configuration").get("everyone_can_mute").asString())
                .isEqualTo("yes");
        assertThat(room.get("configuration").get("can_publish_sources").isNull())
                .isTrue();
    }

    @Test
    void takesThePersonsDefaultsForWhatIsNotSaid() {
        var alice = people.alice();
        jdbc.sql("""
                        update meet_user set default_room_access_level = 'restricted',
                            default_room_configuration = '{"everyone_can_mute": false}' where id = :id""").param("id", alice.user().id()).update();

        var quiet = as(alice)
                .post(ROOMS, "{\"name\":\"Quiet\",\"configuration\":{}}")
                .json();
        var loud = as(alice)
                .post(
                        ROOMS,
                        "{\"name\":\"Loud\",\"access_level\":\"trusted\",\"configuration\":{\"everyone_can_mute\":true}}")
                .json();

        assertThat(quiet.get("access_level").asString()).isEqualTo("restricted");
        assertThat(quiet.get("configuration").toString()).isEqualTo("{\"everyone_can_mute\":false}");
        assertThat(loud.get("access_level").asString()).isEqualTo("trusted");
        assertThat(loud.get("configuration").toString()).isEqualTo("{\"everyone_can_mute\":true}");
    }

    @Test
    void readsMultipartWithNesting() {
        var body = """
                --b\r
                Content-Disposition: form-data; name="name"\r
                \r
                Multi part\r
                --b\r
                Content-Disposition: form-data; name="configuration.can_publish_sources[0]"\r
                \r
                camera\r
                --b--\r
                """;

        var answer = as(people.alice())
                .send("POST", ROOMS, BodyPublishers.ofString(body), "multipart/form-data; boundary=b");

        assertThat(answer.status()).isEqualTo(201);
        assertThat(answer.json().get("slug").asString()).isEqualTo("multi-part");
        assertThat(answer.json().get("configuration").toString()).isEqualTo("{\"can_publish_sources\":[\"camera\"]}");
    }

    @Test
    void ignoresIdSlugAndPinOfTheBody() {
        var id = UUID.randomUUID();

        var room = as(people.alice())
                .post(ROOMS, "{\"name\":\"Mine\",\"id\":\"" + id + "\",\"slug\":\"other\",\"pin_code\":\"1\",\"x\":1}")
                .json();

        assertThat(room.get("id").asString()).isNotEqualTo(id.toString());
        assertThat(room.get("slug").asString()).isEqualTo("mine");
        assertThat(room.get("pin_code").isNull()).isTrue();
    }

    private int count(String sql) {
        return jdbc.sql(sql).query(Integer.class).single();
    }
}
