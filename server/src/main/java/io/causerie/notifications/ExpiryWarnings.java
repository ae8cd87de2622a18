package io.causerie.notifications;

import io.causerie.notifications.Notification.Kind;
import io.causerie.recordings.Recording;
import io.causerie.recordings.Recordings;
import java.time.Clock;
import java.util.Map;
import net.javacrumbs.shedlock.spring.annotation.SchedulerLock;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** Warns the owners of recordings that the server will delete: a week before, and a day before. */
@Component
class ExpiryWarnings {

    private final Recordings recordings;
    private final NotificationRepository repository;
    private final TransactionOperations transaction;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    ExpiryWarnings(
            Recordings recordings,
            NotificationRepository repository,
            TransactionOperations transaction,
            ApplicationEventPublisher events,
            Clock clock) {
        this.recordings = recordings;
        this.repository = repository;
        this.transaction = transaction;
        this.events = events;
        this.clock = clock;
    }

    @Scheduled(initialDelayString = "PT2M", fixedDelayString = "PT1H")
    @SchedulerLock(name = "expiry-warnings", lockAtMostFor = "PT30M")
    void run() {
        // the day first: who is warned of it needs no warning of the week any more
        warn(1, Kind.EXPIRES_1);
        warn(7, Kind.EXPIRES_7);
    }

    private void warn(int days, Kind kind) {
        for (var recording : recordings.expiringIn(days, clock.instant())) {
            transaction.executeWithoutResult(status -> warn(recording, days, kind));
        }
    }

    private void warn(Recording recording, int days, Kind kind) {
        var owners = recordings.owners(recording.id());
        recordings.note(recording.id(), "expiry_warned", Map.of("days", days, "owners", owners.size()));
        if (!owners.isEmpty()) {
            repository
                    .queue(recording.id(), owners, kind, clock.instant())
                    .forEach(it -> events.publishEvent(new ExpiryDue(it, recording.id(), days)));
        }
    }
}
