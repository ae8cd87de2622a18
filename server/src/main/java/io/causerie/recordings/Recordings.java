package io.causerie.recordings;

import io.causerie.platform.FirstAttempts;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionOperations;

/** What can be done with a recording from outside its room: completing it, telling its ledger, finding it. */
@Service
public class Recordings {

    private static final Set<RecordingStatus> SAVABLE = EnumSet.of(RecordingStatus.ACTIVE, RecordingStatus.STOPPED);

    private final RecordingRepository repository;
    private final ExpiryRepository expiries;
    private final RecordingLedger ledger;
    private final FirstAttempts attempts;
    private final RecordingProperties properties;
    private final MetadataCollector collector;
    private final Publishing publishing;

    Recordings(
            RecordingRepository repository,
            ExpiryRepository expiries,
            RecordingLedger ledger,
            FirstAttempts attempts,
            RecordingProperties properties,
            MetadataCollector collector,
            Publishing publishing) {
        this.repository = repository;
        this.expiries = expiries;
        this.ledger = ledger;
        this.attempts = attempts;
        this.properties = properties;
        this.collector = collector;
        this.publishing = publishing;
    }

    /** The states a person may delete from: the final ones, and where the operator wants it the one after the mails. */
    Set<RecordingStatus> deletable() {
        return Arrays.stream(RecordingStatus.values())
                .filter(it ->
                        it.deletable() || it == RecordingStatus.NOTIFICATION_SUCCEEDED && properties.deleteNotified())
                .collect(Collectors.toUnmodifiableSet());
    }

    public Optional<Recording> find(UUID id) {
        return repository.find(id);
    }

    /** Whether whoever administers the room may see what is recorded in it. */
    boolean sharedWithRoom() {
        return properties.sharedWithRoom();
    }

    /** Where the file is kept (section 1.2): the folder as it is configured, the id, the mode's extension. */
    public String key(Recording recording) {
        return properties.key(recording);
    }

    /** Where the metadata collector writes; empty when nobody asked for it (section 9). */
    public Optional<String> metadataKey(Recording recording) {
        return collector.key(recording);
    }

    /** When the bucket's rule deletes the file; empty when it is kept for good (section 12). */
    public Optional<Instant> expiredAt(Recording recording) {
        return properties.expiredAt(recording);
    }

    /** The people who own the recording, first access first. */
    public List<UUID> owners(UUID id) {
        return repository.owners(id);
    }

    /**
     * The file is there: moves from {@code active} or {@code stopped} to {@code saved} and publishes {@link RecordingSaved}, both or neither. False when
     * another caller was first, or the recording is in another state: then nothing happened (section 14.1).
     *
     * @param cause what told so, as one word for the timeline
     */
    public boolean complete(UUID id, String cause) {
        return complete(id, SAVABLE, cause);
    }

    /** As {@link #complete}, and waits a moment for the first attempt to tell people, so that the caller's answer shows the outcome. */
    public boolean completeAndWait(UUID id, String cause) {
        boolean completed = complete(id, cause);
        if (completed) {
            attempts.await(id);
        }
        return completed;
    }

    /** What was given up left a good file behind: as {@link #complete}, from {@code failed_to_stop} or {@code aborted}. */
    boolean rescue(UUID id, String cause) {
        return complete(id, EnumSet.of(RecordingStatus.FAILED_TO_STOP, RecordingStatus.ABORTED), cause);
    }

    private boolean complete(UUID id, Set<RecordingStatus> from, String cause) {
        return publishing.inTransaction(() -> {
            var saved = repository.move(id, RecordingStatus.SAVED, from, Map.of("cause", cause));
            saved.ifPresent(it -> publishing.publish(new RecordingSaved(it)));
            return saved.isPresent();
        });
    }

    /** It ended and left nothing worth keeping; the room is free again. False when it was not running any more. */
    public boolean abort(UUID id, String cause) {
        return repository
                .move(id, RecordingStatus.ABORTED, Map.of("cause", cause))
                .isPresent();
    }

    /** Writes a line into the recording's ledger; {@code details} hold no personal data. Nothing when there is no such recording. */
    public void note(UUID id, String kind, Map<String, ? extends @Nullable Object> details) {
        repository.find(id).ifPresent(it -> ledger.note(id, it.roomId(), kind, details));
    }

    /** Everybody who should be told was told: {@code saved} becomes {@code notification_succeeded}; any later status stays. */
    public void notified(UUID id) {
        repository.move(id, RecordingStatus.NOTIFICATION_SUCCEEDED, Map.of());
    }

    /** The summary service took it and calls its work {@code job}. */
    public void handedOver(UUID id, String job) {
        repository.externalProcess(id, job);
    }

    /**
     * The summary service is done with what it calls {@code job}; overwrites any state, even one that comes later (section 8). False when no recording is
     * known by that name.
     */
    public boolean processed(String job, boolean success) {
        var to = success ? RecordingStatus.EXTERNAL_PROCESS_SUCCESSFUL : RecordingStatus.EXTERNAL_PROCESS_FAILED;
        var known = repository.byExternalProcess(job);
        known.ifPresent(it -> repository.move(it.id(), to, Map.of("cause", "summary_service")));
        return known.isPresent();
    }

    /**
     * Where the server deletes what is too old: recordings of which at most {@code days} days are left, and whose owners were not warned of it. Empty
     * where it deletes nothing, and for a warning that would come right after the recording.
     */
    public List<Recording> expiringIn(int days, Instant now) {
        var kept = properties.expirationDays();
        if (!properties.deletesExpired() || kept == null || kept < days) {
            return List.of();
        }
        return expiries.unwarned(now.minus(Duration.ofDays(kept - days)), days);
    }

    /** One transaction around a change and the event that tells of it. */
    @org.springframework.stereotype.Component
    static class Publishing {

        private final TransactionOperations transaction;
        private final ApplicationEventPublisher events;

        Publishing(TransactionOperations transaction, ApplicationEventPublisher events) {
            this.transaction = transaction;
            this.events = events;
        }

        boolean inTransaction(java.util.function.BooleanSupplier work) {
            return Boolean.TRUE.equals(transaction.execute(status -> work.getAsBoolean()));
        }

        void publish(Object event) {
            events.publishEvent(event);
        }
    }
}
