package io.causerie.recordings;

import io.causerie.platform.Rows;
import io.causerie.platform.Timestamps;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table {@code causerie.recording_share}. Links of a deleted recording go with it ({@link RecordingRepository#delete}). */
@Repository
class ShareRepository {

    /** One rule for the page and for each piece of the film: whatever is wrong with a link, no row is found. Somebody must be left who may revoke it. */
    private static final String OPENS = """
            s.id = :id and s.token_hash = :hash and s.revoked_at is null and s.expires_at > :now
                and r.id = s.recording_id and r.status in (:saved) and r.created_at >= :made
                and exists (select from meet_recording_access a where a.recording_id = r.id and a.user_id is not null
                    and a.role in ('owner', 'administrator'))
            """;

    private final JdbcClient jdbc;
    private final Clock clock;
    private final RowMapper<Share> share;
    private final RowMapper<SharedRecording> shared;

    ShareRepository(JdbcClient jdbc, Rows rows, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.share = rows.as(row -> new Share(
                row.uuid("id"),
                row.instant("created_at"),
                row.instant("expires_at"),
                row.number("views"),
                row.optionalInstant("last_viewed_at")));
        this.shared = rows.as(row -> new SharedRecording(
                RecordingRepository.read(row), row.text("room_name"), row.instant("share_expires_at")));
    }

    /** Writes a link down, and a line of the ledger with it; empty when the recording has {@code most} that work. */
    Optional<Share> insert(Recording recording, byte[] hash, UUID by, Instant expires, int most) {
        return jdbc.sql("""
                with made as (
                    insert into causerie.recording_share (id, recording_id, token_hash, created_at, created_by, expires_at)
                    select :id, :recording, :hash, :now, :by, :expires
                    where (select count(*) from causerie.recording_share
                        where recording_id = :recording and revoked_at is null and expires_at > :now) < :most
                    returning *),
                noted as (
                    insert into causerie.recording_event (recording_id, room_id, at, kind, details)
                    select recording_id, :room, :now, 'shared', jsonb_build_object('share', id, 'until', expires_at) from made)
                select * from made""")
                .param("id", UUID.randomUUID())
                .param("recording", recording.id())
                .param("room", recording.roomId())
                .param("hash", hash)
                .param("now", now())
                .param("by", by)
                .param("expires", Timestamps.bound(expires))
                .param("most", most)
                .query(share)
                .optional();
    }

    /** Those nobody revoked, newest first. */
    List<Share> of(UUID recording) {
        return jdbc.sql("""
                select * from causerie.recording_share
                where recording_id = :recording and revoked_at is null order by created_at desc, id""").param("recording", recording).query(share).list();
    }

    /** Makes a link useless from now on; false when the recording has none of that id, or it was revoked before. */
    boolean revoke(Recording recording, UUID id, UUID by) {
        return jdbc.sql("""
                with revoked as (
                    update causerie.recording_share set revoked_at = :now, revoked_by = :by
                    where id = :id and recording_id = :recording and revoked_at is null returning *),
                noted as (
                    insert into causerie.recording_event (recording_id, room_id, at, kind, details)
                    select recording_id, :room, :now, 'share_revoked', jsonb_build_object('share', id, 'views', views)
                    from revoked)
                select count(*) from revoked""")
                        .param("id", id)
                        .param("recording", recording.id())
                        .param("room", recording.roomId())
                        .param("now", now())
                        .param("by", by)
                        .query(Long.class)
                        .single()
                == 1;
    }

    /** What the link opens, counted as a view. {@code made}: recordings made before are too old. */
    Optional<SharedRecording> open(UUID id, byte[] hash, Instant made) {
        return opens("""
                with opened as (
                    update causerie.recording_share s set views = views + 1, last_viewed_at = :now
                    from meet_recording r join meet_room room on room.resource_id = r.room_id
                    where %s
                    returning s.expires_at as share_expires_at, room.name as room_name, r.*)
                select * from opened""", id, hash, made);
    }

    /** What the link opens; nothing is counted. */
    Optional<SharedRecording> find(UUID id, byte[] hash, Instant made) {
        return opens("""
                select s.expires_at as share_expires_at, room.name as room_name, r.*
                from causerie.recording_share s, meet_recording r join meet_room room on room.resource_id = r.room_id
                where %s""", id, hash, made);
    }

    private Optional<SharedRecording> opens(String statement, UUID id, byte[] hash, Instant made) {
        return jdbc.sql(statement.formatted(OPENS))
                .param("id", id)
                .param("hash", hash)
                .param("now", now())
                .param("made", Timestamps.bound(made))
                .param("saved", RecordingStatus.wires(RecordingStatus::saved))
                .query(shared)
                .optional();
    }

    private Object now() {
        return Timestamps.bound(clock.instant());
    }
}
