package io.causerie.notifications;

import static io.causerie.platform.Timestamps.bound;

import io.causerie.notifications.Notification.Kind;
import io.causerie.platform.Rows;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Who is told of what, in {@code causerie.notification}. */
@Repository
class NotificationRepository {

    private final JdbcClient jdbc;
    private final Duration lease;
    private final RowMapper<Notification> notification;

    /** {@code lease}: how long an attempt may last before the one who made it counts as dead; longer than all time-outs of a mail together. */
    NotificationRepository(JdbcClient jdbc, Rows rows, @Value("${causerie.effects.lease:5m}") Duration lease) {
        this.jdbc = jdbc;
        this.lease = lease;
        this.notification = rows.as(row -> new Notification(
                row.uuid("id"),
                row.uuid("recording_id"),
                row.uuid("user_id"),
                row.integer("number"),
                row.integer("of"),
                row.integer("attempts"),
                row.instant("created_at")));
    }

    /** Remembers that these people are to be told, in their order; the notifications are those of whom that was not remembered before. */
    List<UUID> queue(UUID recording, List<UUID> people, Kind kind, Instant now) {
        return jdbc.sql("""
                        insert into causerie.notification
                            (id, recording_id, user_id, kind, number, of, created_at, state, attempts)
                        select gen_random_uuid(), :recording, person.id, :kind, person.number, :of, :now, 'queued', 0
                        from unnest(:people) with ordinality as person (id, number) order by person.number
                        on conflict (recording_id, user_id, kind) do nothing returning id""")
                .param("recording", recording)
                .param("people", people.toArray(UUID[]::new))
                .param("kind", kind.wire())
                .param("of", people.size())
                .param("now", bound(now))
                .query((row, number) -> row.getObject("id", UUID.class))
                .list();
    }

    /** Takes it to tell the person now; of several callers one gets it. Empty too when it is settled. */
    Optional<Notification> claim(UUID id, Instant now) {
        return jdbc.sql("""
                        update causerie.notification
                        set state = 'sending', attempts = attempts + 1, tried_at = :now
                        where id = :id and (state = 'queued' or state = 'sending' and tried_at < :dead)
                        returning *""")
                .param("id", id)
                .param("now", bound(now))
                .param("dead", bound(now.minus(lease)))
                .query(notification)
                .optional();
    }

    /** Writes down what came of the attempt. */
    void record(UUID id, Outcome outcome, @Nullable Integer smtpStatus) {
        jdbc.sql("update causerie.notification set state = :state, smtp_status = :status where id = :id")
                .param("id", id)
                .param("state", outcome.state())
                .param("status", smtpStatus)
                .update();
    }

    /** Whether nothing more happens to it; also when it is not known at all. */
    boolean settled(UUID id) {
        return jdbc.sql("select state from causerie.notification where id = :id")
                .param("id", id)
                .query(String.class)
                .optional()
                .map(it -> !it.equals("queued") && !it.equals("sending"))
                .orElse(true);
    }

    /** Notifications an operator wants to be tried again; each is told once. */
    List<Asked> asked() {
        return jdbc.sql("""
                        update causerie.notification set retry_asked_at = null
                        where retry_asked_at is not null returning id, recording_id, kind""")
                .query((row, number) -> new Asked(
                        row.getObject("id", UUID.class),
                        row.getObject("recording_id", UUID.class),
                        row.getString("kind")))
                .list();
    }

    record Asked(UUID id, UUID recording, String kind) {}

    /** Whether everybody who is to be told that the recording is there was told. */
    boolean allTold(UUID recording) {
        return jdbc.sql("""
                        select not exists (select from causerie.notification
                                           where recording_id = :recording and state not in ('sent', 'skipped')
                                           and kind in ('recording_ready', 'summary'))""").param("recording", recording).query(Boolean.class).single();
    }

    /** Deletes what was settled and is older than {@code before}. */
    void forget(Instant before) {
        jdbc.sql("""
                        delete from causerie.notification
                        where created_at < :before and state in ('sent', 'skipped', 'given_up')""").param("before", bound(before)).update();
    }
}
