package io.causerie.recordings;

import io.causerie.platform.Choice;
import io.causerie.platform.Rows;
import io.causerie.platform.Timestamps;
import io.causerie.recordings.Receipt.Cause;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.JsonNode;

/** The rows of recordings. Each change of status is one statement that checks where it comes from and writes the ledger with it. */
@Repository
class RecordingRepository {

    private static final String SEEN = """
            select r.*, room.name as room_name, room.slug as room_slug, room.access_level as room_access_level,
                exists (select 1 from meet_recording_access a where a.recording_id = r.id and a.user_id = :user) as visible,
                exists (select 1 from meet_recording_access a where a.recording_id = r.id and a.user_id = :user
                    and a.role in ('owner', 'administrator')) as privileged
            from meet_recording r join meet_room room on room.resource_id = r.room_id
            """;

    private final JdbcClient jdbc;
    private final Rows rows;
    private final Clock clock;
    private final RowMapper<Recording> recording;
    private final RowMapper<SeenRecording> seen;

    RecordingRepository(JdbcClient jdbc, Rows rows, Clock clock) {
        this.jdbc = jdbc;
        this.rows = rows;
        this.clock = clock;
        this.recording = rows.as(RecordingRepository::read);
        this.seen = rows.as(RecordingRepository::readSeen);
    }

    static Recording read(Rows.Row row) throws SQLException {
        return new Recording(
                row.uuid("id"),
                row.instant("created_at"),
                row.instant("updated_at"),
                row.choice("status", RecordingStatus.class),
                row.optionalText("worker_id"),
                row.uuid("room_id"),
                mode(row.text("mode")),
                row.json("options"),
                row.optionalText("external_process_id"));
    }

    /**
     * Inserts a recording, its owner's access and the first line of its ledger; empty when the room is occupied.
     *
     * @param shared whether whoever else administers the room may see the recording, too
     */
    Optional<Recording> insert(UUID room, UUID owner, RecordingMode mode, JsonNode options, boolean shared) {
        return jdbc.sql("""
                with started as (
                    insert into meet_recording (id, created_at, updated_at, status, room_id, mode, options)
                    values (:id, :now, :now, 'initiated', :room, :mode, :options::jsonb)
                    on conflict do nothing returning *),
                owned as (
                    insert into meet_recording_access (id, created_at, updated_at, team, role, recording_id, user_id)
                    select :access, :now, :now, '', 'owner', id, :owner from started),
                shared as (
                    insert into meet_recording_access (id, created_at, updated_at, team, role, recording_id, user_id)
                    select gen_random_uuid(), :now, :now, '', 'administrator', started.id, a.user_id
                    from started join meet_resource_access a on a.resource_id = started.room_id
                    where :shared and a.role in ('owner', 'administrator') and a.user_id <> :owner),
                noted as (
                    insert into causerie.recording_event (recording_id, room_id, at, kind, details)
                    select id, room_id, :now, 'initiated', jsonb_build_object('mode', mode) from started)
                select * from started""")
                .param("id", UUID.randomUUID())
                .param("access", UUID.randomUUID())
                .param("now", now())
                .param("room", room)
                .param("owner", owner)
                .param("shared", shared)
                .param("mode", mode.wire())
                .param("options", rows.json(options))
                .query(recording)
                .optional();
    }

    /** Moves the recording on if it is where {@code to} may be reached from; empty when another caller was first. */
    Optional<Recording> move(UUID id, RecordingStatus to, Map<String, ? extends @Nullable Object> details) {
        return move(id, to, to.predecessors(), details);
    }

    /** As {@link #move(UUID, RecordingStatus, Map)}, from fewer states than the table allows. */
    Optional<Recording> move(
            UUID id, RecordingStatus to, Set<RecordingStatus> from, Map<String, ? extends @Nullable Object> details) {
        return moved("""
                update meet_recording set status = :to, updated_at = :now
                where id = :id and status in (:from) returning *""", id, to, from, details, null);
    }

    /** Moves from initiated to active, with the id the worker gave. */
    Optional<Recording> activate(UUID id, String workerId, Map<String, ? extends @Nullable Object> details) {
        return moved("""
                update meet_recording set status = :to, updated_at = :now, worker_id = :worker
                where id = :id and status in (:from) returning *""", id, RecordingStatus.ACTIVE, RecordingStatus.ACTIVE.predecessors(), details, workerId);
    }

    /** Writes down who records it now, if it still runs and nobody else did; {@code former}: who did until now. */
    Optional<Recording> replaceWorker(
            UUID id, @Nullable String former, String worker, Map<String, ? extends @Nullable Object> details) {
        return jdbc.sql("""
                with moved as (
                    update meet_recording set updated_at = :now, worker_id = :worker
                    where id = :id and status = 'active' and worker_id is not distinct from :former::text returning *),
                noted as (
                    insert into causerie.recording_event (recording_id, room_id, at, kind, details)
                    select id, room_id, :now, 'active', :details::jsonb from moved)
                select * from moved""")
                .param("id", id)
                .param("former", former)
                .param("now", now())
                .param("worker", worker)
                .param("details", rows.json(details))
                .query(recording)
                .optional();
    }

    private Optional<Recording> moved(
            String update,
            UUID id,
            RecordingStatus to,
            Set<RecordingStatus> from,
            Map<String, ? extends @Nullable Object> details,
            @Nullable String workerId) {
        var allowed = from.stream()
                .filter(to.predecessors()::contains)
                .map(Choice::wire)
                .toList();
        if (allowed.isEmpty()) {
            return Optional.empty();
        }
        return jdbc.sql("with moved as (" + update + """
                ), noted as (
                    insert into causerie.recording_event (recording_id, room_id, at, kind, details)
                    select id, room_id, :now, :to, :details::jsonb from moved)
                select * from moved""")
                .param("id", id)
                .param("to", to.wire())
                .param("from", allowed)
                .param("now", now())
                .param("worker", workerId)
                .param("details", rows.json(details))
                .query(recording)
                .optional();
    }

    /** Adds one option and touches nothing else. */
    void option(UUID id, String key, String value) {
        jdbc.sql("""
                update meet_recording set options = options || jsonb_build_object(:key, :value::text), updated_at = :now
                where id = :id""")
                .param("id", id)
                .param("key", key)
                .param("value", value)
                .param("now", now())
                .update();
    }

    /** Writes down what the summary service calls its work. */
    void externalProcess(UUID id, String job) {
        jdbc.sql("update meet_recording set external_process_id = :job, updated_at = :now where id = :id")
                .param("id", id)
                .param("job", job)
                .param("now", now())
                .update();
    }

    Optional<Recording> byExternalProcess(String job) {
        return jdbc.sql("select * from meet_recording where external_process_id = :job")
                .param("job", job)
                .query(recording)
                .optional();
    }

    Optional<Recording> find(UUID id) {
        return jdbc.sql("select * from meet_recording where id = :id")
                .param("id", id)
                .query(recording)
                .optional();
    }

    /** Several rows with one worker id would be a fault of somebody: an exception. */
    Optional<Recording> byWorker(String workerId) {
        return jdbc.sql("select * from meet_recording where worker_id = :worker")
                .param("worker", workerId)
                .query(recording)
                .optional();
    }

    /** The recording that runs in the room. */
    Optional<Recording> active(UUID room) {
        return jdbc.sql("select * from meet_recording where room_id = :room and status = 'active'")
                .param("room", room)
                .query(recording)
                .optional();
    }

    /** The recording for which the room refuses another. */
    Optional<Recording> occupying(UUID room) {
        return jdbc.sql("select * from meet_recording where room_id = :room and status in ('initiated', 'active')")
                .param("room", room)
                .query(recording)
                .optional();
    }

    List<UUID> owners(UUID id) {
        return jdbc.sql("""
                select user_id from meet_recording_access
                where recording_id = :id and role = 'owner' and user_id is not null order by created_at, id""")
                .param("id", id)
                .query(rows.as(row -> row.uuid("user_id")))
                .list();
    }

    long countVisible(UUID user) {
        return jdbc.sql("select count(distinct recording_id) from meet_recording_access where user_id = :user")
                .param("user", user)
                .query(Long.class)
                .single();
    }

    /** Newest first; whoever has any access sees the recording here. */
    List<SeenRecording> visible(UUID user, int limit, long offset) {
        return jdbc.sql(SEEN + """
                where r.id in (select recording_id from meet_recording_access where user_id = :user)
                order by r.created_at desc, r.id limit :limit offset :offset""")
                .param("user", user)
                .param("limit", limit)
                .param("offset", offset)
                .query(seen)
                .list();
    }

    /** The recording as this person may see it, whether they may or not. */
    Optional<SeenRecording> seen(UUID id, UUID user) {
        return jdbc.sql(SEEN + "where r.id = :id")
                .param("user", user)
                .param("id", id)
                .query(seen)
                .optional();
    }

    /** A recording to be deleted, with the keys of all that the store may hold of it. */
    record Doomed(UUID id, List<String> keys) {}

    /**
     * Deletes those of the recordings, with their accesses, whose status is one of these and which nobody holds back, and leaves receipts; their ledgers stay.
     *
     * @param by who wanted it; null for nobody in particular
     * @return how many they were
     */
    int delete(List<Doomed> recordings, Set<RecordingStatus> from, Cause cause, @Nullable UUID by) {
        return jdbc.sql("""
                with doomed as (
                    select * from jsonb_to_recordset(:recordings::jsonb) as it (id uuid, keys text[])),
                gone as (
                    delete from meet_recording r where id in (select id from doomed) and status in (:from)
                    and not exists (select from causerie.recording_hold h where h.recording_id = r.id)
                    returning id, room_id, status, updated_at),
                accesses as (
                    delete from meet_recording_access where recording_id in (select id from gone)),
                shares as (
                    delete from causerie.recording_share where recording_id in (select id from gone)),
                receipt as (
                    insert into causerie.recording_receipt
                        (recording_id, room_id, deleted_at, deleted_by, cause, object_keys, late_until)
                    select id, room_id, :now, :by, :cause, keys,
                        case when status in (:inFlight) or status in (:unsuccessful) and updated_at > :now - interval '1 day'
                            then :now + interval '1 day' end from gone join doomed using (id)),
                noted as (
                    insert into causerie.recording_event (recording_id, room_id, at, kind, details)
                    select id, room_id, :now, 'deleted', jsonb_build_object('status', status, 'cause', :cause) from gone)
                select count(*) from gone""")
                .param("recordings", rows.json(recordings))
                .param("from", from.stream().map(Choice::wire).toList())
                .param("inFlight", RecordingStatus.wires(RecordingStatus::inFlight))
                .param("unsuccessful", RecordingStatus.wires(RecordingStatus::unsuccessful))
                .param("now", now())
                .param("by", by)
                .param("cause", cause.name().toLowerCase(Locale.ROOT))
                .query(Integer.class)
                .single();
    }

    /** Every recording of the room. */
    List<Recording> ofRoom(UUID room) {
        return jdbc.sql("select * from meet_recording where room_id = :room")
                .param("room", room)
                .query(recording)
                .list();
    }

    private static SeenRecording readSeen(Rows.Row row) throws SQLException {
        return new SeenRecording(
                read(row),
                row.text("room_name"),
                row.text("room_slug"),
                row.text("room_access_level"),
                row.bool("visible"),
                row.bool("privileged"));
    }

    private Object now() {
        return Timestamps.bound(clock.instant());
    }

    /** A mode written by other hands counts as a screen recording, whose extension it has (section 1.1). */
    static RecordingMode mode(String wire) {
        return wire.equals(RecordingMode.TRANSCRIPT.wire()) ? RecordingMode.TRANSCRIPT : RecordingMode.SCREEN_RECORDING;
    }
}
