package io.causerie.platform;

import java.time.Clock;
import java.time.Duration;
import net.javacrumbs.shedlock.spring.annotation.SchedulerLock;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.modulith.events.EventPublication;
import org.springframework.modulith.events.FailedEventPublications;
import org.springframework.modulith.events.ResubmissionOptions;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Asks for effects that failed again, with growing pauses: 45 s after the first attempt, then twice as long each time, an hour at most. Each listener says for
 * itself when it gives up.
 */
@Component
class Resubmission {

    private static final Duration LONGEST_PAUSE = Duration.ofHours(1);
    private static final int AT_ONCE = 500;

    private final FailedEventPublications failed;
    private final Clock clock;
    private final Duration firstPause;

    Resubmission(
            FailedEventPublications failed,
            Clock clock,
            @Value("${causerie.effects.first-pause:45s}") Duration firstPause) {
        this.failed = failed;
        this.clock = clock;
        this.firstPause = firstPause;
    }

    @Scheduled(
            fixedDelay = 10_000,
            initialDelayString = "#{T(java.util.concurrent.ThreadLocalRandom).current().nextInt(1000, 10000)}")
    @SchedulerLock(name = "resubmission", lockAtMostFor = "PT2M")
    void resubmit() {
        failed.resubmit(ResubmissionOptions.defaults().withBatchSize(AT_ONCE).withFilter(this::due));
    }

    private boolean due(EventPublication publication) {
        var before = publication.getLastResubmissionDate();
        return before == null || before.plus(pause(publication, firstPause)).isBefore(clock.instant());
    }

    /** Spread by a fifth, by the publication's id: after an outage not all come at the same moment. */
    static Duration pause(EventPublication publication, Duration first) {
        int doublings = Math.clamp(publication.getCompletionAttempts() - 1, 0, 10);
        var pause = first.multipliedBy(1L << doublings);
        var bounded = pause.compareTo(LONGEST_PAUSE) < 0 ? pause : LONGEST_PAUSE;
        long spread = bounded.toMillis() / 5;
        return bounded.plusMillis(Math.floorMod(publication.getIdentifier().hashCode(), spread));
    }
}
