package io.causerie.recordings;

import io.causerie.rooms.AccessLevel;
import io.causerie.rooms.Room;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/** Rooms and recordings for tests of the recorder. */
final class RecorderRooms {

    private RecorderRooms() {}

    static Room create(JdbcClient jdbc, String name) {
        var id = UUID.randomUUID();
        jdbc.sql("insert into meet_resource (id, created_at, updated_at) values (:id, now(), now())")
                .param("id", id)
                .update();
        jdbc.sql("""
                insert into meet_room (resource_id, name, slug, configuration, access_level)
                values (:id, :name, :slug, '{}', 'public')""")
                .param("id", id)
                .param("name", name)
                .param("slug", "room-" + id)
                .update();
        return new Room(id, name, "room-" + id, JsonMapper.shared().createObjectNode(), AccessLevel.PUBLIC, null);
    }

    static Recording initiate(RecordingRepository repository, Room room, UUID owner, RecordingMode mode) {
        return repository
                .insert(room.id(), owner, mode, JsonMapper.shared().createObjectNode(), false)
                .orElseThrow();
    }
}
