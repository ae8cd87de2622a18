package io.causerie.recordings;

import io.causerie.platform.Rows;
import io.causerie.platform.Timestamps;
import io.causerie.rooms.Room;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The rows of recordings made by a browser. */
@Repository
class RecorderSessions {

    private final JdbcClient jdbc;
    private final Clock clock;
    private final RowMapper<RecorderSession> session;

    RecorderSessions(JdbcClient jdbc, Rows rows, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.session = rows.as(RecorderSessions::read);
    }

    private static RecorderSession read(Rows.Row row) throws SQLException {
        return new RecorderSession(
                row.uuid("recording_id"),
                row.uuid("room_id"),
                row.text("room_name"),
                RecordingRepository.mode(row.text("mode")),
                row.text("object_key"),
                row.uuid("owner"),
                row.instant("created_at"),
                row.optionalInstant("claimed_at"),
                row.optionalInstant("started_at"),
                row.instant("heard_at"),
                row.integer("next_chunk"),
                row.number("bytes"),
                row.optionalBytes("last_digest"),
                row.optionalInstant("stop_at"),
                row.optionalText("reason"),
                row.optionalInstant("closed_at"),
                row.optionalInstant("settled_at"));
    }

    void insert(Room room, Recording recording, String key, UUID owner, byte[] codeHash) {
        jdbc.sql("""
                insert into causerie.recorder_session
                    (recording_id, room_id, room_name, mode, object_key, owner, code_hash, created_at, heard_at, lease_at)
                values (:recording, :room, :name, :mode, :key, :owner, :code, :now, :now, now())""")
                .param("recording", recording.id())
                .param("room", room.id())
                .param("name", room.name())
                .param("mode", recording.mode().wire())
                .param("key", key)
                .param("owner", owner)
                .param("code", codeHash)
                .param("now", now())
                .update();
    }

    void delete(UUID recording) {
        jdbc.sql("delete from causerie.recorder_session where recording_id = :id")
                .param("id", recording)
                .update();
    }

    Optional<RecorderSession> find(UUID recording) {
        return jdbc.sql("select * from causerie.recorder_session where recording_id = :id")
                .param("id", recording)
                .query(session)
                .optional();
    }

    Optional<RecorderSession> byToken(byte[] tokenHash) {
        return jdbc.sql("select * from causerie.recorder_session where token_hash = :hash")
                .param("hash", tokenHash)
                .query(session)
                .optional();
    }

    /** The browser opened the page. */
    void opened(UUID recording) {
        jdbc.sql("update causerie.recorder_session set heard_at = :now where recording_id = :id and claimed_at is null")
                .param("id", recording)
                .param("now", now())
                .update();
    }

    /** Spends the code; empty when it is unknown, spent or too late. */
    Optional<RecorderSession> claim(byte[] codeHash, byte[] tokenHash) {
        return jdbc.sql("""
                update causerie.recorder_session set claimed_at = :now, heard_at = :now, token_hash = :token
                where code_hash = :code and claimed_at is null and closed_at is null returning *""")
                .param("code", codeHash)
                .param("token", tokenHash)
                .param("now", now())
                .query(session)
                .optional();
    }

    /** True the first time. */
    boolean started(UUID recording) {
        return jdbc.sql("""
                update causerie.recorder_session set started_at = :now, heard_at = :now
                where recording_id = :id and started_at is null and closed_at is null""").param("id", recording).param("now", now()).update() > 0;
    }

    /** The chunk that was waited for is stored. */
    void stored(UUID recording, long bytes, byte[] digest) {
        jdbc.sql("""
                update causerie.recorder_session
                set next_chunk = next_chunk + 1, bytes = :bytes, last_digest = :digest, heard_at = :now
                where recording_id = :id""")
                .param("id", recording)
                .param("bytes", bytes)
                .param("digest", digest)
                .param("now", now())
                .update();
    }

    /** Notes the wish to end, which the recorder reads in the next answer it gets; empty when it is over, or was never. */
    Optional<RecorderSession> stop(UUID recording) {
        return jdbc.sql("""
                update causerie.recorder_session set stop_at = coalesce(stop_at, :now)
                where recording_id = :id and closed_at is null returning *""")
                .param("id", recording)
                .param("now", now())
                .query(session)
                .optional();
    }

    /** From now on no byte is taken; the first reason stays. */
    Optional<RecorderSession> close(UUID recording, String reason) {
        return jdbc.sql("""
                update causerie.recorder_session
                set closed_at = coalesce(closed_at, :now), reason = coalesce(reason, :reason)
                where recording_id = :id and settled_at is null returning *""")
                .param("id", recording)
                .param("reason", reason)
                .param("now", now())
                .query(session)
                .optional();
    }

    void settled(UUID recording) {
        jdbc.sql("update causerie.recorder_session set settled_at = :now where recording_id = :id")
                .param("id", recording)
                .param("now", now())
                .update();
    }

    /**
     * What this server has to look after; says at the same time that it is alive. Leases are read by other servers, so the database's clock counts.
     */
    List<RecorderSession> renew(UUID owner) {
        return jdbc.sql("""
                update causerie.recorder_session set lease_at = now()
                where owner = :owner and settled_at is null returning *""").param("owner", owner).query(session).list();
    }

    /** What servers left behind that are no longer heard of. */
    List<RecorderSession> abandoned(Duration lease) {
        return jdbc.sql("""
                select * from causerie.recorder_session
                where settled_at is null and lease_at < now() - make_interval(secs => :seconds)""")
                .param("seconds", lease.toMillis() / 1000.0)
                .query(session)
                .list();
    }

    private OffsetDateTime now() {
        return Timestamps.bound(clock.instant());
    }
}
