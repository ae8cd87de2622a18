package io.causerie.recordings;

import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Stops workers nobody waits for: started though no answer came, or whose recording was deleted. */
@Component
class Strays {

    /** How long after a start without answer something may still turn up. */
    static final Duration REMEMBERED = Duration.ofMinutes(10);

    private static final Logger log = LoggerFactory.getLogger(Strays.class);

    private final UnsettledRepository unsettled;
    private final RecordingLedger ledger;
    private final Workers workers;
    private final WorkerMediator mediator;
    private final Recordings recordings;
    private final RoomSigns signs;
    private final Clock clock;

    Strays(
            UnsettledRepository unsettled,
            RecordingLedger ledger,
            Workers workers,
            WorkerMediator mediator,
            Recordings recordings,
            RoomSigns signs,
            Clock clock) {
        this.unsettled = unsettled;
        this.ledger = ledger;
        this.workers = workers;
        this.mediator = mediator;
        this.recordings = recordings;
        this.signs = signs;
        this.clock = clock;
    }

    /** Whatever began after all though nobody learned of it, for recordings that are settled or deleted. */
    void stopUncertain() {
        for (var recording : unsettled.uncertain(clock.instant().minus(REMEMBERED))) {
            try {
                // not by the id its worker gave: that may be of an earlier one, which is over
                mediator.stopIfStarted(workers.of(recording.mode()), recording, recordings.key(recording));
            } catch (RuntimeException e) {
                log.warn("recording {}: what may run for it cannot be looked for", recording.id(), e);
            }
        }
    }

    void stopOrphans() {
        ledger.orphans().forEach(this::stop);
    }

    private void stop(RecordingLedger.Orphan orphan) {
        try {
            workers.named(orphan.workerId()).ifPresent(it -> it.stop(orphan.workerId()));
        } catch (WorkerException e) {
            log.info("recording {} is gone; its worker: {}", orphan.recording(), e.getMessage());
            if (e.unknown()) {
                return;
            }
        }
        ledger.note(orphan.recording(), orphan.room(), "orphan_stopped", Map.of());
        signs.gone(orphan.recording(), orphan.room());
    }
}
