package io.causerie.notifications;

import io.causerie.platform.FirstAttempts;
import io.causerie.recordings.RecordingMode;
import io.causerie.recordings.RecordingSaved;
import io.causerie.recordings.Recordings;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** When a recording is saved: one mail for each owner, queued in the same transaction (contract 04, section 10.2). */
@Component
class RecordingReadyQueue {

    private static final Logger log = LoggerFactory.getLogger(RecordingReadyQueue.class);

    private final Recordings recordings;
    private final NotificationRepository repository;
    private final FirstAttempts attempts;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    RecordingReadyQueue(
            Recordings recordings,
            NotificationRepository repository,
            FirstAttempts attempts,
            ApplicationEventPublisher events,
            Clock clock) {
        this.recordings = recordings;
        this.repository = repository;
        this.attempts = attempts;
        this.events = events;
        this.clock = clock;
    }

    @EventListener
    void on(RecordingSaved saved) {
        recordings
                .find(saved.recording())
                .filter(it -> it.mode() == RecordingMode.SCREEN_RECORDING)
                .ifPresent(it -> queue(it.id(), recordings.owners(it.id())));
    }

    private void queue(UUID recording, List<UUID> owners) {
        if (owners.isEmpty()) {
            log.error("No owner found for recording {}", recording);
            return;
        }
        var queued = repository.queue(recording, owners, clock.instant());
        attempts.expect(recording, queued.size());
        queued.forEach(it -> attempts.expect(it, 1));
        for (int i = 0; i < queued.size(); i++) {
            events.publishEvent(new MailQueued(queued.get(i), recording, i == 0 ? null : queued.get(i - 1)));
        }
    }
}
