package io.causerie.recordings;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Stops workers nobody waits for: started though no answer came, or whose recording was deleted with its room. */
@Component
class Strays {

    /** How long after a start without answer something may still turn up. */
    static final Duration REMEMBERED = Duration.ofMinutes(10);

    private static final Logger log = LoggerFactory.getLogger(Strays.class);

    private final RecordingLedger ledger;
    private final Workers workers;
    private final WorkerMediator mediator;
    private final Recordings recordings;
    private final RoomSigns signs;

    Strays(RecordingLedger ledger, Workers workers, WorkerMediator mediator, Recordings recordings, RoomSigns signs) {
        this.ledger = ledger;
        this.workers = workers;
        this.mediator = mediator;
        this.recordings = recordings;
        this.signs = signs;
    }

    /** If nobody knows whether this failed start failed, whatever it started is stopped. */
    void stop(Recording recording) {
        var last = ledger.last(recording.id(), List.of("start_unknown", "stray_over"));
        if (last.filter("start_unknown"::equals).isPresent()) {
            mediator.stopIfStarted(workers.of(recording), recording, recordings.key(recording));
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
