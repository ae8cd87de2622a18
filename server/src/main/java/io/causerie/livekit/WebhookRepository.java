package io.causerie.livekit;

import io.causerie.platform.Timestamps;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import net.javacrumbs.shedlock.spring.annotation.SchedulerLock;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Repository;

/** The table {@code causerie.livekit_webhook}: which events were handled, and which somebody handles now. */
@Repository
class WebhookRepository {

    /** Longer than any handler takes: afterwards whoever had the event is taken for dead. */
    private static final Duration LEASE = Duration.ofSeconds(30);

    private static final Duration KEPT = Duration.ofDays(2);

    private final JdbcClient jdbc;
    private final Clock clock;

    WebhookRepository(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Takes the event for this thread; false when it was handled, or is being handled. */
    boolean claim(String id, String event) {
        return jdbc.sql("""
                        insert into causerie.livekit_webhook as w (id, event, received_at, claimed_until)
                        values (:id, :event, :now, :until)
                        on conflict (id) do update set claimed_until = excluded.claimed_until, attempts = w.attempts + 1
                        where w.handled_at is null and w.claimed_until <= :now""")
                        .param("id", id)
                        .param("event", event)
                        .param("now", now())
                        .param("until", now().plus(LEASE))
                        .update()
                > 0;
    }

    boolean handled(String id) {
        return jdbc.sql("select handled_at is not null from causerie.livekit_webhook where id = :id")
                .param("id", id)
                .query(Boolean.class)
                .single();
    }

    void finish(String id) {
        jdbc.sql("update causerie.livekit_webhook set handled_at = :now where id = :id")
                .param("id", id)
                .param("now", now())
                .update();
    }

    /** Gives the event back, for LiveKit to send it again. */
    void release(String id) {
        jdbc.sql("update causerie.livekit_webhook set claimed_until = :now where id = :id")
                .param("id", id)
                .param("now", now())
                .update();
    }

    @Scheduled(fixedDelayString = "PT1H", initialDelayString = "PT5M")
    @SchedulerLock(name = "sweep-livekit-webhooks")
    void sweep() {
        jdbc.sql("delete from causerie.livekit_webhook where received_at < :before")
                .param("before", now().minus(KEPT))
                .update();
    }

    private OffsetDateTime now() {
        return Timestamps.bound(clock.instant());
    }
}
