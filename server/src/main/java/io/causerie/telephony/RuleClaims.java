package io.causerie.telephony;

import io.causerie.livekit.LiveKitException;
import io.causerie.platform.Timestamps;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * One at a time, of all replicas, works on the rule of a room. Rows of {@code causerie.dispatch_rule_claim} and not a lock of the database, which would hold a
 * connection while LiveKit is asked; who dies with a claim has it for ten seconds.
 */
@Component
class RuleClaims {

    private static final Duration LIFE = Duration.ofSeconds(10);
    private static final Duration PATIENCE = Duration.ofSeconds(15);
    private static final Duration PAUSE = Duration.ofMillis(20);

    private final JdbcClient jdbc;
    private final Clock clock;

    RuleClaims(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Waits until nobody else is at it, then works; throws {@link LiveKitException.Unknown} if that takes too long. */
    <T extends @Nullable Object> T hold(UUID room, Supplier<T> work) {
        var claim = UUID.randomUUID();
        var end = System.nanoTime() + PATIENCE.toNanos();
        while (!claimed(room, claim)) {
            if (System.nanoTime() > end) {
                throw new LiveKitException.Unknown("the dispatch rule of the room is being changed");
            }
            LockSupport.parkNanos(PAUSE.toNanos());
        }
        try {
            return work.get();
        } finally {
            release(room, claim);
        }
    }

    private boolean claimed(UUID room, UUID claim) {
        return jdbc.sql("""
                                insert into causerie.dispatch_rule_claim (room_id, claim, until) values (:room, :claim, :until)
                                on conflict (room_id) do update set claim = excluded.claim, until = excluded.until
                                where dispatch_rule_claim.until < :now""")
                        .param("room", room)
                        .param("claim", claim)
                        .param("until", Timestamps.bound(clock.instant().plus(LIFE)))
                        .param("now", Timestamps.bound(clock.instant()))
                        .update()
                == 1;
    }

    private void release(UUID room, UUID claim) {
        jdbc.sql("delete from causerie.dispatch_rule_claim where room_id = :room and claim = :claim")
                .param("room", room)
                .param("claim", claim)
                .update();
    }
}
