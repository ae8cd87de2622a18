package io.causerie.recordings;

import io.causerie.platform.CommandPart;
import io.causerie.platform.Rows;
import io.causerie.platform.Timestamps;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What operators order by command; the server does the rest. */
@Repository
@CommandPart
class OperatorRepository {

    private final JdbcClient jdbc;
    private final Rows rows;
    private final Clock clock;

    OperatorRepository(JdbcClient jdbc, Rows rows, Clock clock) {
        this.jdbc = jdbc;
        this.rows = rows;
        this.clock = clock;
    }

    record Due(UUID recording, Instant createdAt, boolean held) {}

    List<Due> due(Instant before) {
        return jdbc.sql("""
                select r.id, r.created_at, h.recording_id is not null as held
                from public.meet_recording r left join causerie.recording_hold h on h.recording_id = r.id
                where r.created_at < :before and r.status not in (:inFlight)
                order by r.created_at""")
                .param("inFlight", RecordingStatus.wires(RecordingStatus::inFlight))
                .param("before", Timestamps.bound(before))
                .query(rows.as(row -> new Due(row.uuid("id"), row.instant("created_at"), row.bool("held"))))
                .list();
    }

    /** The recording's ledger hears of it; false when there is no such recording, true also when it was held before. */
    boolean hold(UUID id, String reason) {
        return jdbc.sql("""
                with recording as (select id, room_id from public.meet_recording where id = :id),
                held as (
                    insert into causerie.recording_hold (recording_id, held_at, reason)
                    select id, :now, :reason from recording on conflict do nothing returning recording_id),
                noted as (
                    insert into causerie.recording_event (recording_id, room_id, at, kind, details)
                    select r.id, r.room_id, :now, 'held', '{}' from recording r join held on held.recording_id = r.id)
                select count(*) from recording""")
                        .param("id", id)
                        .param("now", now())
                        .param("reason", reason)
                        .query(Long.class)
                        .single()
                == 1;
    }

    boolean release(UUID id) {
        return jdbc.sql("""
                with released as (delete from causerie.recording_hold where recording_id = :id returning recording_id),
                noted as (
                    insert into causerie.recording_event (recording_id, room_id, at, kind, details)
                    select r.id, r.room_id, :now, 'released', '{}'
                    from public.meet_recording r join released on released.recording_id = r.id)
                select count(*) from released""")
                        .param("id", id)
                        .param("now", now())
                        .query(Long.class)
                        .single()
                == 1;
    }

    /** Every notification that was given up. */
    int retryAll() {
        return retry((UUID) null);
    }

    /** Those of one recording; of all when it is null. The ledger hears of each. */
    int retry(@Nullable UUID recording) {
        return jdbc.sql("""
                with asked as (
                    update causerie.notification set state = 'queued', created_at = :now, retry_asked_at = :now
                    where state = 'given_up' and (:recording::uuid is null or recording_id = :recording::uuid)
                    returning recording_id, kind),
                noted as (
                    insert into causerie.recording_event (recording_id, room_id, at, kind, details)
                    select r.id, r.room_id, :now, 'retry_asked', jsonb_build_object('what', asked.kind)
                    from public.meet_recording r join asked on asked.recording_id = r.id)
                select count(*) from asked""")
                .param("now", now())
                .param("recording", recording)
                .query(Integer.class)
                .single();
    }

    private Object now() {
        return Timestamps.bound(clock.instant());
    }
}
