package io.causerie.notifications;

import java.time.Clock;
import java.time.Duration;
import net.javacrumbs.shedlock.spring.annotation.SchedulerLock;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Forgets whom we told of what, once no publication can ask for it again. */
@Component
class OldNotifications {

    private static final Duration KEPT = Duration.ofDays(30);

    private final NotificationRepository repository;
    private final Clock clock;

    OldNotifications(NotificationRepository repository, Clock clock) {
        this.repository = repository;
        this.clock = clock;
    }

    @Scheduled(fixedDelayString = "PT6H", initialDelayString = "PT10M")
    @SchedulerLock(name = "old-notifications")
    void forget() {
        repository.forget(clock.instant().minus(KEPT));
    }
}
