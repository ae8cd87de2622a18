package io.causerie.recordings;

import io.causerie.platform.AfterCommit;
import io.causerie.platform.FirstAttempts;
import io.causerie.platform.TryAgain;
import io.causerie.storage.ObjectStore;
import java.io.IOException;
import java.time.Clock;
import net.javacrumbs.shedlock.spring.annotation.SchedulerLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Deletes the objects of deleted recordings, and tries again until the store has confirmed it; what a worker writes afterwards goes the same way. */
@Component
class ObjectRemoval {

    private static final Logger log = LoggerFactory.getLogger(ObjectRemoval.class);

    private final ReceiptRepository receipts;
    private final ObjectStore store;
    private final FirstAttempts attempts;
    private final Clock clock;

    ObjectRemoval(ReceiptRepository receipts, ObjectStore store, FirstAttempts attempts, Clock clock) {
        this.receipts = receipts;
        this.store = store;
        this.attempts = attempts;
        this.clock = clock;
    }

    @AfterCommit("recordings.delete-objects")
    void on(RecordingDeleted event) {
        try {
            receipts.open(event.recording()).ifPresent(it -> {
                if (!remove(it)) {
                    throw new TryAgain("a deletion");
                }
            });
        } finally {
            attempts.done(event.recording());
        }
    }

    /** Each of them, though another fails. */
    @AfterCommit("recordings.delete-objects-of-room")
    void on(RoomRecordingsDeleted event) {
        var failed =
                receipts.openOf(event.room()).stream().filter(it -> !remove(it)).toList();
        if (!failed.isEmpty()) {
            throw new TryAgain("a deletion");
        }
    }

    /** Objects that came after their recording was deleted. */
    @Scheduled(initialDelayString = "PT10S", fixedDelayString = "${causerie.recordings.late-objects:PT5M}")
    @SchedulerLock(name = "recordings-late-objects", lockAtMostFor = "PT1M")
    void late() {
        receipts.late().forEach(this::remove);
    }

    /** False when the store did not do it. */
    private boolean remove(Receipt receipt) {
        try {
            store.discard(receipt.keys().getFirst());
            for (var key : receipt.keys()) {
                store.delete(key);
            }
        } catch (IOException | RuntimeException e) {
            log.warn("recording {} is deleted, its objects are not yet: {}", receipt.recording(), e.getMessage());
            receipts.tried(receipt.recording());
            return false;
        }
        if (receipt.lateUntil() != null && receipt.lateUntil().isAfter(clock.instant())) {
            receipts.tried(receipt.recording());
        } else {
            receipts.confirm(receipt.recording());
        }
        return true;
    }
}
