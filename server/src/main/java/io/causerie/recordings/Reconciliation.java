package io.causerie.recordings;

import static io.causerie.recordings.RecordingStatus.ACTIVE;
import static io.causerie.recordings.RecordingStatus.FAILED_TO_STOP;
import static io.causerie.recordings.RecordingStatus.INITIATED;
import static io.causerie.recordings.RecordingStatus.STOPPED;

import io.causerie.recordings.UnsettledRepository.Aged;
import io.causerie.recordings.WorkerService.Finding;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import net.javacrumbs.shedlock.spring.annotation.SchedulerLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;

/**
 * Looks after recordings that no event settled: asks their worker what became of them and draws the conclusion (contract 04, section 14.2). When nobody
 * can tell, nothing is concluded. Runs on one replica at a time, soon after the start and every 15 seconds.
 */
@Service
class Reconciliation {

    private static final Logger log = LoggerFactory.getLogger(Reconciliation.class);

    private static final long EVERY = 15_000;

    /** How long a worker's own word is left to the events that usually bring it. */
    private static final Duration SETTLING = Duration.ofSeconds(10);

    /** Twice the time a start may take. */
    private static final Duration STARTING = Duration.ofSeconds(30);

    /** A stop that failed may have left a good file, for that long. */
    private static final Duration RESCUE = Duration.ofDays(1);

    private final UnsettledRepository unsettled;
    private final Workers workers;
    private final Conclusions conclusions;
    private final Strays strays;
    private final Clock clock;

    Reconciliation(
            UnsettledRepository unsettled, Workers workers, Conclusions conclusions, Strays strays, Clock clock) {
        this.unsettled = unsettled;
        this.workers = workers;
        this.conclusions = conclusions;
        this.strays = strays;
        this.clock = clock;
    }

    /**
     * By rate, for its promise is a time. The lock is short: a replica that died holding it must not hold the others up, and two that run at once change nothing
     * twice.
     */
    @Scheduled(initialDelay = 3_000, fixedRate = EVERY)
    @SchedulerLock(name = "recordings-reconciliation", lockAtLeastFor = "PT5S", lockAtMostFor = "PT20S")
    void onSchedule() {
        run();
    }

    void run() {
        var now = clock.instant();
        each(EnumSet.of(INITIATED, ACTIVE, STOPPED), Instant.EPOCH, SETTLING, this::settle);
        each(EnumSet.of(FAILED_TO_STOP), now.minus(RESCUE), SETTLING, this::settle);
        strays.stopUncertain();
        unsettled.stoppedUnanswered(now.minus(Strays.REMEMBERED)).forEach(conclusions::rescue);
        strays.stopOrphans();
    }

    private void each(Set<RecordingStatus> statuses, Instant since, Duration settling, Consumer<Aged> work) {
        var after = new UUID(0, 0);
        List<Aged> page;
        do {
            page = unsettled.page(statuses, since, settling, after);
            for (var aged : page) {
                work.accept(aged);
                after = aged.recording().id();
            }
        } while (page.size() == UnsettledRepository.PAGE);
    }

    /** Asks what became of it; true if it no longer occupies its room. Nothing is asked of what changed a moment ago. */
    boolean settle(Recording recording) {
        return settle(new Aged(recording, unsettled.unchanged(recording.id())));
    }

    private boolean settle(Aged aged) {
        var recording = aged.recording();
        var age = aged.unchanged();
        if (age.compareTo(recording.status() == INITIATED ? STARTING : SETTLING) < 0) {
            return false;
        }
        Finding finding;
        try {
            finding = workers.of(recording).look(recording, conclusions.key(recording));
        } catch (RuntimeException e) {
            log.debug("recording {}: nobody can tell now what became of it: {}", recording.id(), e.getMessage());
            return false;
        }
        return conclusions.draw(recording, finding, age);
    }
}
