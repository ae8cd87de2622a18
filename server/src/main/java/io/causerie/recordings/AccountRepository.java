package io.causerie.recordings;

import io.causerie.platform.CommandPart;
import io.causerie.platform.Rows;
import io.causerie.platform.Timestamps;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
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
                    count(*) filter (where status in (:playable)) as playable,
                    count(*) filter (where status in (:explained)) as explained,
                    count(*) filter (where deleted) as deleted,
                    count(*) filter (where status in (:inFlight)) as in_flight,
                    count(*) filter (where status in ('initiated', 'stopped') and updated_at < :before) as overdue
                from known""")
                .param("before", Timestamps.bound(clock.instant().minus(PATIENCE)))
                .param("playable", RecordingStatus.wires(RecordingStatus::saved))
                .param("explained", RecordingStatus.wires(RecordingStatus::unsuccessful))
                .param("inFlight", RecordingStatus.wires(RecordingStatus::inFlight))
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

    /** How many recordings are in each state, and since when the oldest of them exists. */
    List<State> states() {
        return jdbc.sql("""
                select status, count(*) as count, min(created_at) as oldest from public.meet_recording group by status""")
                .query(rows.as(row -> new State(
                        row.choice("status", RecordingStatus.class), row.number("count"), row.instant("oldest"))))
                .list();
    }

    record State(RecordingStatus status, long count, Instant oldest) {}

    /** What remains to be done outside, by what it is: people and services not told yet, and objects the store has not confirmed to be gone. */
    List<Effect> effects() {
        return jdbc.sql("""
                select kind, count(*) filter (where state in ('queued', 'sending')) as outstanding,
                    min(created_at) filter (where state in ('queued', 'sending')) as oldest,
                    count(*) filter (where state = 'given_up') as given_up
                from causerie.notification group by kind
                union all
                select 'deletion', count(*), min(deleted_at), 0 from causerie.recording_receipt
                where confirmed_at is null and (late_until is null or late_until < :now)""")
                .param("now", Timestamps.bound(clock.instant()))
                .query(rows.as(row -> new Effect(
                        row.text("kind"),
                        row.number("outstanding"),
                        row.optionalInstant("oldest"),
                        row.number("given_up"))))
                .list();
    }

    /**
     * Effects of one kind.
     *
     * @param oldest when the oldest outstanding one was asked for; null when there is none
     * @param givenUp only an operator has them tried again
     */
    record Effect(String kind, long outstanding, @Nullable Instant oldest, long givenUp) {}

    /** Playable recordings, in the order of their ids, after that one. */
    List<Recording> playable(UUID after, int limit) {
        return jdbc.sql("""
                select * from public.meet_recording where id > :after and status in (:playable) order by id limit :limit""")
                .param("playable", RecordingStatus.wires(RecordingStatus::saved))
                .param("after", after)
                .param("limit", limit)
                .query(rows.as(RecordingRepository::read))
                .list();
    }
}
