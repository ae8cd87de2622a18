package io.causerie.recordings;

import io.causerie.livekit.LiveKitException;
import io.causerie.livekit.LivePeople;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** What people in the room see of a recording made by a browser: the same signs as of an egress (contract 04, sections 5.1, 5.2 and 6). */
@Component
class RecorderSigns {

    private static final Logger log = LoggerFactory.getLogger(RecorderSigns.class);

    private final RoomSigns signs;
    private final RecordingRepository recordings;
    private final MetadataCollector collector;
    private final LivePeople people;

    RecorderSigns(RoomSigns signs, RecordingRepository recordings, MetadataCollector collector, LivePeople people) {
        this.signs = signs;
        this.recordings = recordings;
        this.collector = collector;
        this.people = people;
    }

    void started(UUID recording) {
        show(recording, it -> signs.tell(it, RoomSigns.STARTED, Map.of()));
    }

    void saving(UUID recording) {
        show(recording, it -> signs.tell(it, RoomSigns.SAVING, Map.of()));
    }

    void ended(RecorderSession session) {
        recordings.find(session.recordingId()).ifPresent(recording -> {
            if ("limit_reached".equals(session.reason())) {
                show(recording, signs::limitReached);
            }
            show(recording, it -> signs.ended(it, Map.of()));
            show(recording, collector::stop);
            if (!RecorderController.ENDINGS.contains(session.reason())) {
                show(recording, this::putOut);
            }
        });
    }

    /** LiveKit takes one whose browser died for present for some 20 seconds, and the room for recorded. */
    private void putOut(Recording recording) {
        people.remove(recording.roomId().toString(), RecorderClaims.identity(recording.id()));
    }

    private void show(UUID recording, Consumer<Recording> sign) {
        recordings.find(recording).ifPresent(it -> show(it, sign));
    }

    /** A sign that cannot be shown never hinders a recording. */
    private static void show(Recording recording, Consumer<Recording> sign) {
        try {
            sign.accept(recording);
        } catch (LiveKitException e) {
            log.warn("recording {}: its state cannot be shown: {}", recording.id(), e.getMessage());
        }
    }
}
