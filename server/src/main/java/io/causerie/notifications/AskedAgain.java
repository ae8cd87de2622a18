package io.causerie.notifications;

import io.causerie.notifications.Notification.Kind;
import io.causerie.notifications.NotificationRepository.Asked;
import java.util.Locale;
import net.javacrumbs.shedlock.spring.annotation.SchedulerLock;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** Tries notifications again that were given up, when an operator asks for it ({@code recordings retry}). */
@Component
class AskedAgain {

    private final NotificationRepository repository;
    private final TransactionOperations transaction;
    private final ApplicationEventPublisher events;

    AskedAgain(NotificationRepository repository, TransactionOperations transaction, ApplicationEventPublisher events) {
        this.repository = repository;
        this.transaction = transaction;
        this.events = events;
    }

    @Scheduled(initialDelay = 20_000, fixedDelay = 30_000)
    @SchedulerLock(name = "notifications-asked-again")
    void run() {
        transaction.executeWithoutResult(status -> repository.asked().forEach(it -> events.publishEvent(again(it))));
    }

    private static Object again(Asked it) {
        return switch (Kind.valueOf(it.kind().toUpperCase(Locale.ROOT))) {
            case RECORDING_READY -> new MailQueued(it.id(), it.recording(), null);
            case SUMMARY -> new SummaryDue(it.id(), it.recording());
            case EXPIRES_7 -> new ExpiryDue(it.id(), it.recording(), 7);
            case EXPIRES_1 -> new ExpiryDue(it.id(), it.recording(), 1);
        };
    }
}
