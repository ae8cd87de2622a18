package io.causerie.recordings;

import io.causerie.platform.CommandPart;
import io.causerie.platform.Rows;
import io.causerie.platform.Timestamps;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Draws up the account of recordings from their rows and their ledger, in one statement. */
@Repository("recordingAccounts")
@CommandPart
class AccountRepository {

    /** Starting takes seconds; ending is settled within 90 s of the worker's last sign, by then ten times over. */
    private static final Duration PATIENCE = Duration.ofMinutes(15);

    private final JdbcClient jdbc;
    private final Rows rows;
    private final Clock clock;

    AccountRepository(JdbcClient jdbc, Rows rows, Clock clock) {
        this.jdbc = jdbc;
        this.rows = rows;
        this.clock = clock;
    }

    Account account() {
        return jdbc.sql("""
                with started as (
                    select recording_id as id from causerie.recording_event where kind = 'initiated'
                    union select id from public.meet_recording),
                known as (
                    select r.status, r.updated_at, r.id is null and exists (
                        select from causerie.recording_event e where e.recording_id = s.id and e.kind = 'deleted') as deleted
                    from started s left join public.meet_recording r on r.id = s.id)
                select count(*) as started,
                    count(*) filter (where status in ('saved', 'notification_succeeded', 'external_process_successful',
                        'external_process_failed')) as playable,
                    count(*) filter (where status in ('aborted', 'failed_to_start', 'failed_to_stop')) as explained,
                    count(*) filter (where deleted) as deleted,
                    count(*) filter (where status in ('initiated', 'active', 'stopped')) as in_flight,
                    count(*) filter (where status in ('initiated', 'stopped') and updated_at < :before) as overdue
                from known""")
                .param("before", Timestamps.bound(clock.instant().minus(PATIENCE)))
                .query(rows.as(row -> new Account(
                        row.number("started"),
                        row.number("playable"),
                        row.number("explained"),
                        row.number("deleted"),
                        row.number("in_flight"),
                        row.number("overdue"))))
                .single();
    }

    /** Those of which neither a row nor a line of deletion is left. */
    List<UUID> lost() {
        return jdbc.sql("""
                select distinct recording_id from causerie.recording_event e
                where kind = 'initiated'
                and not exists (select from public.meet_recording r where r.id = e.recording_id)
                and not exists (select from causerie.recording_event d
                    where d.recording_id = e.recording_id and d.kind = 'deleted')
                order by recording_id limit 100""").query(rows.as(row -> row.uuid("recording_id"))).list();
    }

    /** What remains to be done outside: receipts the store has not confirmed, and people who were not told. */
    Outstanding outstanding() {
        return jdbc.sql("""
                select (select count(*) from causerie.recording_receipt where confirmed_at is null) as receipts,
                    (select count(*) from causerie.notification where state in ('queued', 'sending')) as notifications,
                    (select count(*) from causerie.notification where state = 'given_up') as given_up""")
                .query(rows.as(row ->
                        new Outstanding(row.number("receipts"), row.number("notifications"), row.number("given_up"))))
                .single();
    }

    record Outstanding(long receipts, long notifications, long givenUp) {}

    /** Playable recordings, in the order of their ids, after that one. */
    List<Recording> playable(UUID after, int limit) {
        return jdbc.sql("""
                select * from public.meet_recording where id > :after and status in ('saved', 'notification_succeeded',
                    'external_process_successful', 'external_process_failed') order by id limit :limit""")
                .param("after", after)
                .param("limit", limit)
                .query(rows.as(RecordingRepository::read))
                .list();
    }
}
