package io.causerie.rooms;

import static org.assertj.core.api.Assertions.assertThat;

import io.causerie.Http;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** The claims of the tokens that rooms hand out, byte for byte for each kind of person (contract 03, section 9). */
class RoomTokensTests extends RoomsTest {

    private static final String ALL = "\"camera\",\"microphone\",\"screen_share\",\"screen_share_audio\"";

    @Test
    void ofOwnersAndAdministrators() {
        var alice = people.alice();
        var bob = people.bob();
        var room = limited(aRoomOf(alice, "restricted"));
        grant(room, bob, Role.ADMINISTRATOR);

        assertThat(claimsOf(room, as(alice), ""))
                .isEqualTo(
                        expected(room, alice.user().sub(), "Alice Martin", true, "[" + ALL + "]", "\"owner\"", true));
        assertThat(claimsOf(room, as(bob), ""))
                .isEqualTo(expected(
                        room, bob.user().sub(), "Bob Durand", true, "[" + ALL + "]", "\"administrator\"", true));
    }

    @Test
    void ofMembersAndStrangers() {
        var alice = people.alice();
        var bob = people.bob();
        var room = limited(aRoomOf(alice, "trusted"));
        grant(room, bob, Role.MEMBER);
        var carol = people.bob();

        assertThat(claimsOf(room, as(bob), "?username=Bobby"))
                .isEqualTo(expected(room, bob.user().sub(), "Bobby", false, "[\"camera\"]", "\"member\"", true));
        assertThat(claimsOf(room, as(carol), "?username="))
                .isEqualTo(expected(room, carol.user().sub(), "Bob Durand", false, "[\"camera\"]", "null", true));
    }

    @Test
    void ofGuests() {
        var room = aRoomOf(people.alice(), "public");
        var first = claimsOf(room, anonymous(), "");
        var second = claimsOf(room, anonymous(), "?username=Zo%C3%A9");
        var identity = first.replaceFirst(".*\"sub\":\"([^\"]+)\".*", "$1");

        assertThat(identity).matches("[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}");
        assertThat(first).isEqualTo(expected(room, identity, "Anonymous", false, "[" + ALL + "]", "null", false));
        assertThat(second).contains("\"name\":\"Zoé\"").doesNotContain(identity);
    }

    /** Contract 03, section 24.2, item 6. */
    @Test
    void usersWithoutSubHaveAnIdentityOfTheirOwn() {
        var alice = people.alice();
        var room = aRoomOf(alice, "public");
        jdbc.sql("update meet_user set sub = null, full_name = '' where id = :id")
                .param("id", alice.user().id())
                .update();

        assertThat(claimsOf(room, as(alice), ""))
                .isEqualTo(expected(
                        room,
                        alice.user().id().toString(),
                        String.valueOf(alice.user().email()),
                        true,
                        "[" + ALL + "]",
                        "\"owner\"",
                        true));
    }

    @Test
    void ofARoomWhereNobodyMayPublish() {
        var room = aRoomOf(people.alice(), "public");
        jdbc.sql("update meet_room set configuration = '{\"can_publish_sources\": []}' where resource_id = :id")
                .param("id", id(room))
                .update();

        assertThat(claimsOf(room, anonymous(), "")).contains("\"canPublish\":false,\"canPublishSources\":[]");
    }

    private JsonNode limited(JsonNode room) {
        jdbc.sql(
                        "update meet_room set configuration = '{\"can_publish_sources\": [\"camera\"]}' where resource_id = :id")
                .param("id", id(room))
                .update();
        return room;
    }

    /** Times are taken out once checked; so is the colour, whose vectors are tested elsewhere. */
    private static String claimsOf(JsonNode room, Http browser, String query) {
        var answer = browser.get(path(room) + query).json();
        var claims = claims(answer);
        assertThat(claims.get("exp").asLong() - claims.get("nbf").asLong()).isEqualTo(21_600);
        var token = answer.get("livekit").get("token").asString();
        var payload = Base64.getUrlDecoder().decode(token.split("\\.")[1]);
        return new String(payload, StandardCharsets.UTF_8)
                .replaceFirst("\"nbf\":\\d+,\"exp\":\\d+", "\"nbf\":0,\"exp\":0")
                .replaceFirst("hsl\\(\\d+, \\d+%, \\d+%\\)", "hsl()");
    }

    private static String expected(
            JsonNode room, String sub, String name, boolean admin, String sources, String role, boolean known) {
        return "{\"iss\":\"devkey\",\"sub\":\"" + sub + "\",\"name\":\"" + name + "\",\"nbf\":0,\"exp\":0,"
                + "\"video\":{\"room\":\"" + id(room) + "\",\"roomJoin\":true,\"roomAdmin\":" + admin
                + ",\"canPublish\":true,\"canPublishSources\":" + sources
                + ",\"canPublishData\":true,\"canSubscribe\":true,\"canUpdateOwnMetadata\":false},"
                + "\"attributes\":{\"color\":\"hsl()\",\"room_role\":" + role + ",\"is_authenticated\":\"" + known
                + "\"}}";
    }
}
