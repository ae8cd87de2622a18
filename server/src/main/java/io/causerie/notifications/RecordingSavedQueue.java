package io.causerie.notifications;

import io.causerie.notifications.Notification.Kind;
import io.causerie.platform.FirstAttempts;
import io.causerie.recordings.Recording;
import io.causerie.recordings.RecordingMode;
import io.causerie.recordings.RecordingSaved;
import io.causerie.recordings.Recordings;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** When a recording is saved: what is to be told, and to whom, queued in the same transaction (contract 04, section 10). */
@Component
class RecordingSavedQueue {

    private static final Logger log = LoggerFactory.getLogger(RecordingSavedQueue.class);

    private final Recordings recordings;
    private final NotificationRepository repository;
    private final FirstAttempts attempts;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    RecordingSavedQueue(
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
        queue(saved.recording(), recordings.owners(saved.recording().id()));
    }

    private void queue(Recording recording, List<UUID> owners) {
        var id = recording.id();
        if (owners.isEmpty()) {
            log.error("No owner found for recording {}", id);
            recordings.note(id, "nobody_to_tell", Map.of());
            return;
        }
        var now = clock.instant();
        boolean film = recording.mode() == RecordingMode.SCREEN_RECORDING;
        boolean words = !film || recording.options().path("transcribe").asBoolean(false);
        // the service knows one owner: the last who became one
        var summary = words ? repository.queue(id, List.of(owners.getLast()), Kind.SUMMARY, now) : List.<UUID>of();
        var mails = film ? repository.queue(id, owners, Kind.RECORDING_READY, now) : List.<UUID>of();
        publish(id, summary, mails);
    }

    /** The summary first, then one mail after the other. */
    private void publish(UUID recording, List<UUID> summary, List<UUID> mails) {
        var all = Stream.concat(summary.stream(), mails.stream()).toList();
        attempts.expect(recording, all.size());
        all.forEach(it -> attempts.expect(it, 1));
        summary.forEach(it -> events.publishEvent(new SummaryDue(it, recording)));
        var before = summary.isEmpty() ? null : summary.getFirst();
        for (var mail : mails) {
            events.publishEvent(new MailQueued(mail, recording, before));
            before = mail;
        }
    }
}
