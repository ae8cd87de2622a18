package io.causerie.recordings;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Looks after recordings made by a browser that do not end by themselves: silent ones, and those of servers that died. */
@Component
class RecorderWatch implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(RecorderWatch.class);

    /** How long the start of a browser may take on a busy machine. */
    private static final Duration LAUNCH = Duration.ofSeconds(60);

    /** How long a recorder may take to end after it was asked to. */
    private static final Duration STOPPING = Duration.ofSeconds(30);

    private final RecorderSessions sessions;
    private final RecorderEndings endings;
    private final RecorderProperties properties;
    private final RecorderOwner owner;
    private final Clock clock;
    private volatile boolean running;

    RecorderWatch(
            RecorderSessions sessions,
            RecorderEndings endings,
            RecorderProperties properties,
            RecorderOwner owner,
            Clock clock) {
        this.sessions = sessions;
        this.endings = endings;
        this.properties = properties;
        this.owner = owner;
        this.clock = clock;
    }

    @Scheduled(fixedDelay = 2000, initialDelay = 500)
    void look() {
        for (var session : sessions.renew(owner.id())) {
            fault(session).ifPresent(reason -> end(session, reason));
        }
        for (var session : sessions.abandoned(properties.lease())) {
            end(session, "server_restarted");
        }
    }

    /** Why the recording must be ended now, if it must. */
    private Optional<String> fault(RecorderSession session) {
        if (session.closed()) {
            return Optional.of("interrupted");
        }
        if (session.claimedAt() == null) {
            return session.heardAt().isAfter(session.createdAt())
                    ? overdue(session.heardAt(), properties.startTimeout(), "no_claim")
                    : overdue(session.createdAt(), LAUNCH, "no_claim");
        }
        if (session.stopping()) {
            return overdue(session.stopAt(), STOPPING, "stopped");
        }
        return overdue(session.heardAt(), properties.silence(), "silent");
    }

    private Optional<String> overdue(@Nullable Instant since, Duration allowed, String reason) {
        return since != null && since.plus(allowed).isBefore(clock.instant()) ? Optional.of(reason) : Optional.empty();
    }

    private void end(RecorderSession session, String reason) {
        log.info("ending recording {}: {}", session.recordingId(), reason);
        try {
            endings.settle(session.recordingId(), reason);
        } catch (RuntimeException e) {
            log.error("recording {} cannot be ended now", session.recordingId(), e);
        }
    }

    @Override
    public void start() {
        running = true;
    }

    /** An orderly end of the server keeps what was recorded. */
    @Override
    public void stop() {
        running = false;
        sessions.renew(owner.id()).forEach(it -> end(it, "server_stopped"));
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
