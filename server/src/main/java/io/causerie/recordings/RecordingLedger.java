package io.causerie.recordings;

import io.causerie.platform.Rows;
import io.causerie.platform.Timestamps;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What happened to each recording, in order; written once, never changed, kept when the recording is gone. */
@Repository
class RecordingLedger {

    /** A worker gave up because nobody had published anything; it is started again when somebody does. */
    static final String NOBODY_PUBLISHED = "nobody_published";

    /** A worker is about to be asked to begin again; nobody knows what it does until it answers. */
    static final String START_ASKED = "start_asked";

    /** It refused that. */
    static final String START_REFUSED = "start_refused";

    /** It was asked to begin, and did not answer. */
    static final String START_UNKNOWN = "start_unknown";

    /** A worker runs for a recording that is settled, and could not be stopped yet. */
    static final String STRAY = "stray";

    /** What was begun without need runs no more. */
    static final String STRAY_OVER = "stray_over";

    /** Since its worker was last started: what was told of an earlier one of the same recording says nothing of this one. */
    private static final String SINCE_STARTED = """
             and id >= coalesce((select max(s.id) from causerie.recording_event s where s.recording_id = :recording
                and (s.kind = 'nobody_published' or s.kind = 'active' and s.details ->> 'cause' = 'started_again')), 0)""";

    private final JdbcClient jdbc;
    private final Rows rows;
    private final Clock clock;

    RecordingLedger(JdbcClient jdbc, Rows rows, Clock clock) {
        this.jdbc = jdbc;
        this.rows = rows;
        this.clock = clock;
    }

    /** One line. {@code details} hold no personal data. */
    record Line(Instant at, String kind, JsonNode details) {

        /** The same line without that detail. */
        Line without(String detail) {
            return details instanceof ObjectNode object
                    ? new Line(at, kind, object.deepCopy().without(detail))
                    : this;
        }
    }

    /** A worker whose recording is gone, though it was not seen to end. */
    record Orphan(UUID recording, UUID room, String workerId) {}

    void note(UUID recording, UUID room, String kind, Map<String, ? extends @Nullable Object> details) {
        jdbc.sql("""
                insert into causerie.recording_event (recording_id, room_id, at, kind, details)
                values (:recording, :room, :now, :kind, :details::jsonb)""")
                .param("recording", recording)
                .param("room", room)
                .param("now", Timestamps.bound(clock.instant()))
                .param("kind", kind)
                .param("details", rows.json(details))
                .update();
    }

    void note(Recording recording, String kind, Map<String, ? extends @Nullable Object> details) {
        note(recording.id(), recording.roomId(), kind, details);
    }

    /** Notes a line unless one of these kinds was noted since its worker was started; true if it was noted now. */
    boolean noteOnce(
            Recording recording, String kind, List<String> before, Map<String, ? extends @Nullable Object> details) {
        return jdbc.sql("""
                insert into causerie.recording_event (recording_id, room_id, at, kind, details)
                select :recording, :room, :now, :kind, :details::jsonb
                where not exists (select 1 from causerie.recording_event
                    where recording_id = :recording and kind in (:before)""" + SINCE_STARTED + ")")
                        .param("recording", recording.id())
                        .param("room", recording.roomId())
                        .param("now", Timestamps.bound(clock.instant()))
                        .param("kind", kind)
                        .param("before", before)
                        .param("details", rows.json(details))
                        .update()
                == 1;
    }

    List<Line> of(UUID recording) {
        return jdbc.sql("select at, kind, details from causerie.recording_event where recording_id = :id order by id")
                .param("id", recording)
                .query(rows.as(row -> new Line(row.instant("at"), row.text("kind"), row.json("details"))))
                .list();
    }

    /** The last of these kinds that was noted since its worker was started. */
    Optional<String> last(UUID recording, List<String> kinds) {
        return jdbc.sql("""
                select kind from causerie.recording_event
                where recording_id = :recording and kind in (:kinds)""" + SINCE_STARTED + " order by id desc limit 1")
                .param("recording", recording)
                .param("kinds", kinds)
                .query(String.class)
                .optional();
    }

    /** When lines of that kind were noted, the first one first. */
    List<Instant> times(UUID recording, String kind) {
        return jdbc.sql("select at from causerie.recording_event where recording_id = :id and kind = :kind order by id")
                .param("id", recording)
                .param("kind", kind)
                .query(rows.as(row -> row.instant("at")))
                .list();
    }

    /** The recording a worker made that makes none now: the recording is gone, or was started again with another. */
    Optional<UUID> former(String workerId) {
        return jdbc.sql("""
                select e.recording_id from causerie.recording_event e
                where e.kind = 'active' and e.details ->> 'worker_id' = :worker
                and not exists (select 1 from meet_recording r where r.id = e.recording_id and r.worker_id = :worker)
                limit 1""").param("worker", workerId).query(UUID.class).optional();
    }

    /** Workers of the last day whose recording is gone (a room was deleted), and which nobody stopped or saw end; of each recording the last. */
    List<Orphan> orphans() {
        return jdbc.sql("""
                select distinct on (e.recording_id) e.recording_id, e.room_id, e.details ->> 'worker_id' as worker_id
                from causerie.recording_event e
                where e.kind = 'active' and e.at > :since
                and not exists (select 1 from meet_recording r where r.id = e.recording_id)
                and not exists (select 1 from causerie.recording_event l where l.recording_id = e.recording_id
                    and l.kind in ('worker_ended', 'orphan_stopped') and l.id > e.id)
                order by e.recording_id, e.id desc""")
                .param("since", Timestamps.bound(clock.instant().minus(Duration.ofDays(1))))
                .query(rows.as(row -> new Orphan(row.uuid("recording_id"), row.uuid("room_id"), row.text("worker_id"))))
                .list();
    }
}
