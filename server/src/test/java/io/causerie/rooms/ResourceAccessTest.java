package io.causerie.rooms;

import io.causerie.Http.Answer;
import io.causerie.users.SignedIn;
import java.util.List;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Import;
import org.springframework.transaction.event.TransactionalEventListener;
import tools.jackson.databind.JsonNode;

/** What the tests of the accesses share. */
@Import(ResourceAccessTest.Ears.class)
abstract class ResourceAccessTest extends RoomsTest {

    @Autowired
    Ears ears;

    /** Hears of roles that change and of rooms that are made. */
    @TestConfiguration
    static class Ears {

        private final Queue<RoleChanged> roles = new ConcurrentLinkedQueue<>();
        private final Queue<RoomCreated> rooms = new ConcurrentLinkedQueue<>();

        @TransactionalEventListener
        void on(RoleChanged event) {
            roles.add(event);
        }

        @TransactionalEventListener
        void on(RoomCreated event) {
            rooms.add(event);
        }

        List<RoleChanged> roles(UUID room) {
            return roles.stream().filter(it -> it.room().equals(room)).toList();
        }

        List<RoomCreated> made(UUID room) {
            return rooms.stream().filter(it -> it.room().equals(room)).toList();
        }
    }

    protected static final String ACCESSES = "/api/v1.0/resource-accesses/";
    protected static final String GENERIC = "{\"detail\":\"You do not have permission to perform this action.\"}";
    protected static final String ONLY_OWNERS =
            "{\"detail\":\"Only owners of a room can assign other users as owners.\"}";
    protected static final String LAST_OWNER = "{\"detail\":\"A resource should keep at least one owner.\"}";

    protected UUID accessOf(JsonNode room, SignedIn person) {
        return jdbc.sql("select id from meet_resource_access where resource_id = :room and user_id = :user")
                .param("room", id(room))
                .param("user", person.user().id())
                .query(UUID.class)
                .single();
    }

    protected String roleOf(JsonNode room, SignedIn person) {
        return jdbc.sql("select role from meet_resource_access where resource_id = :room and user_id = :user")
                .param("room", id(room))
                .param("user", person.user().id())
                .query(String.class)
                .optional()
                .orElse("none");
    }

    protected Answer give(SignedIn caller, JsonNode room, SignedIn person, String role) {
        return as(caller).post(ACCESSES, body(room, person, role));
    }

    protected Answer change(SignedIn caller, JsonNode room, SignedIn person, String role) {
        return as(caller).patch(ACCESSES + accessOf(room, person) + "/", "{\"role\":\"" + role + "\"}");
    }

    protected Answer remove(SignedIn caller, JsonNode room, SignedIn person) {
        return as(caller).delete(ACCESSES + accessOf(room, person) + "/");
    }

    protected static String body(JsonNode room, SignedIn person, String role) {
        return "{\"user\":\"" + person.user().id() + "\",\"resource\":\"" + id(room) + "\",\"role\":\"" + role + "\"}";
    }
}
