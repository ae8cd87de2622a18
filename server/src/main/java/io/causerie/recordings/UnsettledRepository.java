package io.causerie.recordings;

import io.causerie.platform.Choice;
import io.causerie.platform.Rows;
import io.causerie.platform.Timestamps;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Recordings of which it is not known what became of them, or whether something still records: what reconciliation looks after. */
@Repository
class UnsettledRepository {

    /** For how many milliseconds it has been in its state, by the database's clock if the ledger tells: servers' clocks may differ by more than we wait. */
    private static final String UNCHANGED = """
            (extract(epoch from now() - coalesce((select max(e.written_at) from causerie.recording_event e
                where e.recording_id = r.id and e.kind = r.status), r.updated_at)) * 1000)::bigint""";

    static final int PAGE = 200;

    private final JdbcClient jdbc;
    private final Rows rows;
    private final RowMapper<Recording> recording;

    UnsettledRepository(JdbcClient jdbc, Rows rows) {
        this.jdbc = jdbc;
        this.rows = rows;
        this.recording = rows.as(RecordingRepository::read);
    }

    /** A recording, and how long it has been in its state. */
    record Aged(Recording recording, Duration unchanged) {}

    /**
     * Recordings in one of these states that changed since then, but not for {@code settling}; a page of those after that one, by id. Pages, for after a long
     * outage of LiveKit there may be any number.
     */
    List<Aged> page(Set<RecordingStatus> statuses, Instant since, Duration settling, UUID after) {
        return jdbc.sql("""
                select * from (
                    select r.*, %s as unchanged from meet_recording r
                    where r.status in (:statuses) and r.updated_at >= :since and r.id > :after) aged
                where unchanged >= :settling order by id limit :page""".formatted(UNCHANGED))
                .param("statuses", statuses.stream().map(Choice::wire).toList())
                .param("since", Timestamps.bound(since))
                .param("after", after)
                .param("settling", settling.toMillis())
                .param("page", PAGE)
                .query(rows.as(
                        row -> new Aged(RecordingRepository.read(row), Duration.ofMillis(row.number("unchanged")))))
                .list();
    }

    /**
     * Settled or deleted recordings for which a worker may run after all: one was asked since then to begin, and nobody learned what came of it. A deleted one
     * is put together from its ledger, with the last worker it had.
     */
    List<Recording> uncertain(Instant since) {
        return jdbc.sql("""
                with uncertain as (
                    select recording_id from (
                        select distinct on (recording_id) recording_id,
                            kind in ('start_asked', 'start_unknown', 'stray', 'failed_to_start', 'deleted') as open
                        from causerie.recording_event
                        where at >= :since and (kind in ('start_asked', 'start_unknown', 'stray', 'start_refused', 'stray_over', 'active')
                            or kind = 'failed_to_start' and details ->> 'cause' = 'never_started'
                            or kind = 'deleted' and details ->> 'status' = 'initiated')
                        order by recording_id, id desc) last
                    where open)
                select r.id, r.created_at, r.updated_at, r.status, r.worker_id, r.room_id, r.mode, r.options, r.external_process_id
                from meet_recording r join uncertain on recording_id = r.id where r.status not in (:inFlight)
                union all
                select recording_id, e.at, e.at, 'aborted', (
                    select a.details ->> 'worker_id' from causerie.recording_event a
                    where a.recording_id = e.recording_id and a.kind = 'active' order by a.id desc limit 1),
                    e.room_id, e.details ->> 'mode', '{}', null
                from causerie.recording_event e join uncertain using (recording_id)
                where e.kind = 'initiated' and not exists (select from meet_recording r where r.id = recording_id)""")
                .param("since", Timestamps.bound(since))
                .param("inFlight", RecordingStatus.wires(RecordingStatus::inFlight))
                .query(recording)
                .list();
    }

    /** Recordings that were stopped since then while a second start was unanswered: something may have been recorded all the same. */
    List<Recording> stoppedUnanswered(Instant since) {
        return jdbc.sql("""
                select r.* from meet_recording r where r.status = 'aborted' and r.updated_at >= :since
                and exists (select from causerie.recording_event e where e.recording_id = r.id
                    and e.kind in ('start_asked', 'stray') and e.at >= :since) order by r.id""")
                .param("since", Timestamps.bound(since))
                .query(recording)
                .list();
    }

    Duration unchanged(UUID id) {
        return jdbc.sql("select %s from meet_recording r where r.id = :id".formatted(UNCHANGED))
                .param("id", id)
                .query(Long.class)
                .optional()
                .map(Duration::ofMillis)
                .orElse(Duration.ZERO);
    }
}
