package io.causerie.telephony;

import io.causerie.livekit.LiveKitException;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import net.javacrumbs.shedlock.core.LockConfiguration;
import net.javacrumbs.shedlock.core.LockProvider;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** One at a time, of all replicas, works on the rule of a room; no connection is held while LiveKit is asked. */
@Component
class RuleClaims {

    /** Longer than all that LiveKit is asked for one rule takes. */
    private static final Duration LONGEST = Duration.ofSeconds(30);

    private static final Duration PATIENCE = Duration.ofSeconds(15);
    private static final Duration PAUSE = Duration.ofMillis(20);

    /** Rooms share so many locks, whose rows are never deleted. */
    private static final int LOCKS = 64;

    private final LockProvider locks;
    private final Clock clock;

    RuleClaims(LockProvider locks, Clock clock) {
        this.locks = locks;
        this.clock = clock;
    }

    /** Waits until nobody else is at it, then works; throws {@link LiveKitException.Unknown} if that takes too long. */
    <T extends @Nullable Object> T hold(UUID room, Supplier<T> work) {
        var name = "dispatch-rule-" + Math.floorMod(room.hashCode(), LOCKS);
        long end = System.nanoTime() + PATIENCE.toNanos();
        do {
            var turn = locks.lock(new LockConfiguration(clock.instant(), name, LONGEST, Duration.ZERO));
            if (turn.isPresent()) {
                try {
                    return work.get();
                } finally {
                    turn.get().unlock();
                }
            }
            LockSupport.parkNanos(PAUSE.toNanos());
        } while (System.nanoTime() < end);
        throw new LiveKitException.Unknown("the dispatch rule of the room is being changed");
    }
}
