package io.causerie.recordings;

import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Puts people, rooms and recordings into the database, as any other server would. */
final class TestRecordings {

    private final JdbcClient jdbc;

    TestRecordings(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    UUID user() {
        var id = UUID.randomUUID();
        jdbc.sql("""
                insert into meet_user (id, created_at, updated_at, sub, password, is_superuser, email, language, timezone,
                    is_device, is_staff, is_active, default_room_configuration)
                values (:id, now(), now(), :sub, '!', false, :email, 'en-us', 'UTC', false, false, true, '{}')""")
                .param("id", id)
                .param("sub", id.toString())
                .param("email", id + "@example.com")
                .update();
        return id;
    }

    UUID room(String slug) {
        var id = UUID.randomUUID();
        insert("meet_resource", Map.of("id", id));
        jdbc.sql("""
                insert into meet_room (name, resource_id, slug, configuration, access_level)
                values (:slug, :id, :slug, '{}', 'restricted')""").param("slug", slug).param("id", id).update();
        return id;
    }

    void access(UUID room, UUID user, String role) {
        insert(
                "meet_resource_access",
                Map.of("id", UUID.randomUUID(), "resource_id", room, "user_id", user, "role", role));
    }

    UUID recording(UUID room, RecordingStatus status, @Nullable String workerId) {
        return recording(room, status, workerId, RecordingMode.SCREEN_RECORDING, "{}");
    }

    UUID recording(UUID room, RecordingStatus status, @Nullable String workerId, RecordingMode mode, String options) {
        var id = UUID.randomUUID();
        jdbc.sql("""
                insert into meet_recording (id, created_at, updated_at, status, worker_id, room_id, mode, options)
                values (:id, now(), now(), :status, :worker, :room, :mode, :options::jsonb)""")
                .param("id", id)
                .param("status", status.wire())
                .param("worker", workerId)
                .param("room", room)
                .param("mode", mode.wire())
                .param("options", options)
                .update();
        return id;
    }

    void owner(UUID recording, UUID user, String role) {
        insert(
                "meet_recording_access",
                Map.of("id", UUID.randomUUID(), "recording_id", recording, "user_id", user, "role", role, "team", ""));
    }

    void age(UUID recording, int seconds) {
        jdbc.sql("update meet_recording set updated_at = now() - make_interval(secs => :s) where id = :id")
                .param("s", seconds)
                .param("id", recording)
                .update();
    }

    String status(UUID recording) {
        return jdbc.sql("select status from meet_recording where id = :id")
                .param("id", recording)
                .query(String.class)
                .single();
    }

    private void insert(String table, Map<String, Object> values) {
        var names = values.keySet().stream().sorted().toList();
        var columns = String.join(", ", names);
        var params = ":" + String.join(", :", names);
        jdbc.sql("insert into " + table + " (created_at, updated_at, " + columns + ") values (now(), now(), " + params
                        + ")")
                .params(values)
                .update();
    }
}
