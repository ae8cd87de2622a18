package io.causerie.recordings;

import io.causerie.recordings.Receipt.Cause;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import net.javacrumbs.shedlock.spring.annotation.SchedulerLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Where the operator wants it, deletes recordings that are older than {@code RECORDING_EXPIRATION_DAYS}; never one whose owners were not warned a day before,
 * and never one that is held back.
 */
@Component
class Retention {

    private static final Logger log = LoggerFactory.getLogger(Retention.class);

    /** The last warning must be that old; it is sent a day before, at some moment of the hour. */
    private static final Duration WARNED = Duration.ofHours(22);

    private static final Set<RecordingStatus> SETTLED = Arrays.stream(RecordingStatus.values())
            .filter(it -> !it.inFlight())
            .collect(Collectors.toUnmodifiableSet());

    private final ExpiryRepository repository;
    private final Deletion deletion;
    private final RecordingProperties properties;
    private final Clock clock;

    Retention(ExpiryRepository repository, Deletion deletion, RecordingProperties properties, Clock clock) {
        this.repository = repository;
        this.deletion = deletion;
        this.properties = properties;
        this.clock = clock;
    }

    @Scheduled(initialDelayString = "PT3M", fixedDelayString = "PT1H")
    @SchedulerLock(name = "recordings-retention", lockAtMostFor = "PT30M")
    void run() {
        var days = properties.expirationDays();
        if (!properties.deletesExpired() || days == null) {
            return;
        }
        var now = clock.instant();
        var expired = repository.expired(now.minus(Duration.ofDays(days)), now.minus(WARNED));
        for (var recording : expired) {
            if (deletion.delete(recording, SETTLED, Cause.EXPIRED, null)) {
                log.info("recording {} is deleted: it was kept for {} days", recording.id(), days);
            }
        }
    }
}
