package io.causerie.recordings;

import io.causerie.livekit.Egress;
import io.causerie.livekit.LiveKitEvent;
import io.causerie.livekit.NotOurs;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** What LiveKit tells of an egress (contract 04, section 6). A failure makes it tell again. */
@Component
class EgressEvents {

    private static final Logger log = LoggerFactory.getLogger(EgressEvents.class);

    private final RecordingRepository repository;
    private final RecordingLedger ledger;
    private final Recordings recordings;
    private final RoomSigns signs;
    private final RecordingProperties properties;
    private final MetadataCollector collector;

    EgressEvents(
            RecordingRepository repository,
            RecordingLedger ledger,
            Recordings recordings,
            RoomSigns signs,
            RecordingProperties properties,
            MetadataCollector collector) {
        this.repository = repository;
        this.ledger = ledger;
        this.recordings = recordings;
        this.signs = signs;
        this.properties = properties;
        this.collector = collector;
    }

    /** Never changes the row: only what people in the room see. */
    @EventListener
    void on(LiveKitEvent.EgressUpdated event) {
        find(event.egress()).ifPresent(recording -> {
            switch (event.egress().status()) {
                case ACTIVE -> signs.tell(recording, RoomSigns.STARTED, Map.of());
                case ENDING -> signs.tell(recording, RoomSigns.SAVING, Map.of());
                case ABORTED -> signs.tell(recording, RoomSigns.ABORTED, Map.of());
                case STARTING, COMPLETE, FAILED, LIMIT_REACHED -> {}
            }
        });
    }

    @EventListener
    void on(LiveKitEvent.EgressEnded event) {
        find(event.egress()).ifPresent(recording -> {
            var status = event.egress().status();
            signs.ended(recording, Map.of("cause", word(status)));
            collector.stop(recording);
            if (status == Egress.Status.LIMIT_REACHED) {
                limitReached(recording);
            }
            if (completes(status) && !recordings.completeAndWait(recording.id(), word(status))) {
                log.warn("recording {} cannot be saved: its status does not allow it", recording.id());
            }
        });
    }

    /** If the message cannot be sent the status stays and the completion is left to LiveKit's retry: the contract's order. */
    private void limitReached(Recording recording) {
        repository
                .move(recording.id(), RecordingStatus.STOPPED, Map.of("cause", "limit_reached"))
                .ifPresent(signs::limitReached);
    }

    /** When the store tells of new files, its word completes recordings and LiveKit's does not. */
    private boolean completes(Egress.Status status) {
        return !properties.storageEventEnabled()
                && (status == Egress.Status.COMPLETE || status == Egress.Status.LIMIT_REACHED);
    }

    /** Empty when the recording is gone, with its room, or has another worker now: nothing is left to be done. A stranger is an error. */
    private Optional<Recording> find(Egress.Info egress) {
        var recording = repository.byWorker(egress.id());
        if (recording.isEmpty() && ledger.former(egress.id()).isEmpty()) {
            throw new NotOurs("Recording with worker ID " + egress.id() + " does not exist");
        }
        return recording;
    }

    private static String word(Egress.Status status) {
        return "egress_" + status.name().toLowerCase(Locale.ROOT);
    }
}
