package io.causerie.notifications;

import io.causerie.platform.FirstAttempts;
import io.causerie.platform.TryAgain;
import io.causerie.recordings.Recordings;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Makes one attempt of a notification. It is claimed before it is tried, so that however often it is asked for, it happens once; what failed is asked for
 * again by the publication log until it worked or 72 hours are over. Holds no connection while the outside thinks.
 */
@Component
class Deliveries {

    private static final Logger log = LoggerFactory.getLogger(Deliveries.class);
    private static final Duration PATIENCE = Duration.ofHours(72);

    private final NotificationRepository repository;
    private final Recordings recordings;
    private final FirstAttempts attempts;
    private final Clock clock;

    Deliveries(NotificationRepository repository, Recordings recordings, FirstAttempts attempts, Clock clock) {
        this.repository = repository;
        this.recordings = recordings;
        this.attempts = attempts;
        this.clock = clock;
    }

    /** A way to tell somebody. */
    interface Channel {

        /** How it is called in the timeline: {@code mail} makes {@code mail_sent}, {@code mail_failed}. */
        String word();

        /** Tells it; false when there is nothing to do. May throw {@link Failure}. */
        boolean send(Notification notification);
    }

    /** An attempt that did not work. Its message is logged: no address, no text of the other side. */
    static final class Failure extends RuntimeException {

        private final @Nullable Integer status;
        private final boolean forGood;

        private Failure(String reason, @Nullable Integer status, boolean forGood) {
            super(reason, null, false, false);
            this.status = status;
            this.forGood = forGood;
        }

        /** It may work later. {@code status}: what the other side answered, if it did. */
        static Failure forNow(String reason, @Nullable Integer status) {
            return new Failure(reason, status, false);
        }

        /** It must not be tried again by itself: it would fail again, or may have worked after all. */
        static Failure forGood(String reason, @Nullable Integer status) {
            return new Failure(reason, status, true);
        }
    }

    /**
     * One attempt; {@link TryAgain} when there is to be another.
     *
     * @param after another notification whose first attempt comes first
     */
    void attempt(Channel channel, UUID notification, UUID recording, @Nullable UUID after) {
        if (after != null) {
            attempts.await(after);
        }
        try {
            tell(channel, notification);
        } finally {
            attempts.done(notification);
            attempts.done(recording);
        }
    }

    private void tell(Channel channel, UUID notification) {
        var claimed = repository.claim(notification, clock.instant());
        if (claimed.isPresent()) {
            settle(channel, claimed.get(), outcome(channel, claimed.get()));
        } else if (!repository.settled(notification)) {
            throw new TryAgain(channel.word()); // somebody else is at it, or died at it: seen to when the lease is over
        }
    }

    private Outcome outcome(Channel channel, Notification it) {
        Outcome outcome;
        try {
            outcome = channel.send(it) ? Outcome.SENT : Outcome.SKIPPED;
        } catch (Failure e) {
            return failed(channel, it, e);
        } catch (RuntimeException e) {
            log.error("the {} of recording {} cannot be made", channel.word(), it.recording(), e);
            return failed(channel, it, Failure.forNow("unexpected", null));
        }
        // outside: a database that fails now must not count as an attempt that failed, which would be made again at
        // once
        repository.record(it.id(), outcome, null);
        return outcome;
    }

    private Outcome failed(Channel channel, Notification it, Failure failure) {
        boolean over = failure.forGood || it.createdAt().plus(PATIENCE).isBefore(clock.instant());
        var outcome = over ? Outcome.GIVEN_UP : Outcome.QUEUED;
        repository.record(it.id(), outcome, failure.status);
        log.error(
                "notification could not be sent: recording {}, {} {} of {}, attempt {}, status {}: {}",
                it.recording(),
                channel.word(),
                it.number(),
                it.of(),
                it.attempts(),
                failure.status == null ? "none" : failure.status,
                failure.getMessage());
        if (it.attempts() == 1 || over) {
            note(channel, it, over ? "given_up" : "failed", failure);
        }
        return outcome;
    }

    private void settle(Channel channel, Notification it, Outcome outcome) {
        switch (outcome) {
            case SENT -> {
                note(channel, it, "sent", null);
                conclude(it);
            }
            case SKIPPED -> skipped(channel, it);
            case GIVEN_UP -> log.error("recording {}: {} given up", it.recording(), channel.word());
            case QUEUED -> throw new TryAgain(channel.word());
        }
    }

    /** Who is no owner any more is told nothing; when nobody owns the recording, nobody was told of it, and it stays saved. */
    private void skipped(Channel channel, Notification it) {
        var owners = recordings.owners(it.recording());
        if (owners.isEmpty()) {
            recordings.note(it.recording(), "nobody_to_tell", Map.of());
            return;
        }
        if (!owners.contains(it.user())) {
            note(channel, it, "skipped", Failure.forGood("no_owner_any_more", null));
        }
        conclude(it);
    }

    private void conclude(Notification it) {
        if (repository.allTold(it.recording())) {
            recordings.notified(it.recording());
        }
    }

    private void note(Channel channel, Notification it, String what, @Nullable Failure failure) {
        var details = new LinkedHashMap<String, Object>();
        details.put(channel.word(), it.number());
        details.put("of", it.of());
        details.put("attempts", it.attempts());
        if (failure != null) {
            details.put("reason", String.valueOf(failure.getMessage()));
        }
        if (failure != null && failure.status != null) {
            details.put("status", failure.status);
        }
        recordings.note(it.recording(), channel.word() + "_" + what, details);
    }
}
