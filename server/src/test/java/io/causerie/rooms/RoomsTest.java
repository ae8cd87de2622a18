package io.causerie.rooms;

import io.causerie.ApplicationTest;
import io.causerie.Http;
import io.causerie.Statements;
import io.causerie.users.SignedIn;
import io.causerie.users.TestUsers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the tests of the room resource share: people, their browsers, and tokens read back. */
@ApplicationTest
@Import(Statements.class)
public abstract class RoomsTest {

    protected static final String ROOMS = "/api/v1.0/rooms/";

    @LocalServerPort
    protected int port;

    @Autowired
    protected TestUsers people;

    @Autowired
    protected JdbcClient jdbc;

    @Autowired
    protected Statements statements;

    protected Http anonymous() {
        return new Http(port);
    }

    protected Http as(SignedIn person) {
        return new Http(port).with("Cookie", person.cookies()).with("X-CSRFToken", person.csrf());
    }

    /** A room of that person, under a name no other has. */
    protected JsonNode aRoomOf(SignedIn person, String level) {
        var answer = as(person)
                .post(
                        ROOMS,
                        "{\"name\":\"Room " + UUID.randomUUID().toString().substring(0, 8) + "\",\"access_level\":\""
                                + level + "\"}");
        return answer.json();
    }

    protected void grant(JsonNode room, SignedIn person, Role role) {
        jdbc.sql("""
                        insert into meet_resource_access (id, created_at, updated_at, role, resource_id, user_id)
                        values (gen_random_uuid(), now(), now(), :role, :room, :user)""")
                .param("role", role.wire())
                .param("room", id(room))
                .param("user", person.user().id())
                .update();
    }

    protected static UUID id(JsonNode room) {
        return UUID.fromString(room.get("id").asString());
    }

    protected static String path(JsonNode room) {
        return ROOMS + room.get("id").asString() + "/";
    }

    /** What the token of a room's answer says. */
    protected static JsonNode claims(JsonNode room) {
        var token = room.get("livekit").get("token").asString();
        var payload = Base64.getUrlDecoder().decode(token.split("\\.")[1]);
        return JsonMapper.shared().readTree(new String(payload, StandardCharsets.UTF_8));
    }
}
