package io.causerie.recordings;

import io.causerie.platform.Rows;
import io.causerie.platform.Timestamps;
import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Recordings that are old: those to be deleted, and those whose owners are to be warned. */
@Repository
class ExpiryRepository {

    private final JdbcClient jdbc;
    private final Rows rows;

    ExpiryRepository(JdbcClient jdbc, Rows rows) {
        this.jdbc = jdbc;
        this.rows = rows;
    }

    /** Recordings made before {@code made} whose owners were warned of the last day before {@code warned}, and which nobody holds back. */
    List<Recording> expired(Instant made, Instant warned) {
        return jdbc.sql("""
                select r.* from meet_recording r
                where r.created_at < :made and r.status not in (:inFlight)
                and exists (select from causerie.recording_event e where e.recording_id = r.id
                    and e.kind = 'expiry_warned' and e.at < :warned and e.details ->> 'days' = '1')
                and not exists (select from causerie.recording_hold h where h.recording_id = r.id)
                order by r.created_at limit 500""")
                .param("made", Timestamps.bound(made))
                .param("inFlight", RecordingStatus.wires(RecordingStatus::inFlight))
                .param("warned", Timestamps.bound(warned))
                .query(rows.as(RecordingRepository::read))
                .list();
    }

    /** Recordings made before {@code made} whose owners were not warned yet that only so many days are left. */
    List<Recording> unwarned(Instant made, int days) {
        return jdbc.sql("""
                select r.* from meet_recording r
                where r.created_at < :made and r.status not in (:inFlight)
                and not exists (select from causerie.recording_event e where e.recording_id = r.id
                    and e.kind = 'expiry_warned' and (e.details ->> 'days')::int <= :days)
                and not exists (select from causerie.recording_hold h where h.recording_id = r.id)
                order by r.created_at limit 500""")
                .param("made", Timestamps.bound(made))
                .param("inFlight", RecordingStatus.wires(RecordingStatus::inFlight))
                .param("days", days)
                .query(rows.as(RecordingRepository::read))
                .list();
    }
}
