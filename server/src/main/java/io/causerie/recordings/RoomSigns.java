package io.causerie.recordings;

import io.causerie.livekit.LiveKitException;
import io.causerie.livekit.LiveRooms;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * What people in the room see of a recording (contract 04, section 5.1). Each sign is first a line of the ledger, then shown: so a late
 * {@code starting} never hides a {@code started}, and what failed to be shown is known all the same. A sign that cannot be shown hinders nothing.
 */
@Component
class RoomSigns {

    static final String STARTED = "worker_started";
    static final String SAVING = "worker_saving";
    static final String ABORTED = "worker_aborted";
    static final String ENDED = "worker_ended";

    private static final Logger log = LoggerFactory.getLogger(RoomSigns.class);
    private static final String MODE = "recording_mode";
    private static final String STATUS = "recording_status";
    private static final List<String> SIGNS = List.of(STARTED, SAVING, ABORTED, ENDED);

    private final LiveRooms rooms;
    private final RecordingLedger ledger;
    private final RecordingRepository recordings;

    RoomSigns(LiveRooms rooms, RecordingLedger ledger, RecordingRepository recordings) {
        this.rooms = rooms;
        this.ledger = ledger;
        this.recordings = recordings;
    }

    /** The worker accepted. If more is known by the time this is shown, that is shown. */
    void starting(Recording recording) {
        show(recording, Map.of(MODE, recording.shownMode(), STATUS, "starting"), Set.of());
        ledger.last(recording.id(), SIGNS).ifPresent(sign -> follow(recording, sign));
    }

    /** The worker tells how far it is; nothing when more was told before, however late this arrives. */
    void tell(Recording recording, String sign, Map<String, ?> details) {
        boolean told = ledger.noteOnce(recording, sign, SIGNS.subList(SIGNS.indexOf(sign), SIGNS.size()), details);
        boolean last =
                told || ledger.last(recording.id(), SIGNS).filter(sign::equals).isPresent();
        if (last) {
            follow(recording, sign);
        }
    }

    /** Shows that, and then what was told while it was being shown: that may have been shown sooner, and be hidden now. */
    private void follow(Recording recording, String sign) {
        if (sign.equals(ENDED)) {
            clear(recording);
            return;
        }
        if (!replaced(recording)) {
            show(recording, Map.of(STATUS, word(sign)), Set.of());
        }
        ledger.last(recording.id(), SIGNS)
                .filter(it -> SIGNS.indexOf(it) > SIGNS.indexOf(sign))
                .ifPresent(it -> follow(recording, it));
    }

    /** The worker is done, one way or another. */
    void ended(Recording recording, Map<String, ?> details) {
        ledger.noteOnce(recording, ENDED, List.of(ENDED), details);
        clear(recording);
    }

    /** Tells people that the longest duration is reached; the one sign that fails when it cannot be shown (sections 5.2 and 6.4). */
    void limitReached(Recording recording) {
        var type = recording.mode() == RecordingMode.TRANSCRIPT
                ? "transcriptionLimitReached"
                : "screenRecordingLimitReached";
        rooms.sendData(recording.roomId().toString(), Map.of("type", type));
    }

    /** The recording is gone, and its room with it; people who are still in there must not believe that they are recorded. */
    void gone(UUID recording, UUID room) {
        if (recordings.occupying(room).isEmpty()) {
            show(recording, room, Map.of(), Set.of(MODE, STATUS));
        }
    }

    private void clear(Recording recording) {
        if (!replaced(recording)) {
            show(recording, Map.of(), Set.of(MODE, STATUS));
        }
    }

    /** Whether the room began another recording meanwhile: it keeps that one's signs. */
    private boolean replaced(Recording recording) {
        return recordings
                .occupying(recording.roomId())
                .filter(it -> !it.id().equals(recording.id()))
                .isPresent();
    }

    private static String word(String sign) {
        return sign.substring("worker_".length());
    }

    private void show(Recording recording, Map<String, ?> put, Set<String> remove) {
        show(recording.id(), recording.roomId(), put, remove);
    }

    private void show(UUID recording, UUID room, Map<String, ?> put, Set<String> remove) {
        try {
            if (!rooms.mergeMetadata(room.toString(), put, remove)) {
                log.debug("recording {}: its room is not live, nobody needs to be shown anything", recording);
            }
        } catch (LiveKitException e) {
            log.warn("recording {}: its state cannot be shown: {}", recording, e.getMessage());
        }
    }
}
