package io.causerie.recordings;

import io.causerie.livekit.LiveKitException;
import io.causerie.livekit.LiveRooms;
import java.util.Map;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** What people in the room see of a recording made by a browser: the same signs as of an egress (contract 04, sections 5.1, 5.2 and 6). */
@Component
class RecorderSigns {

    private static final Logger log = LoggerFactory.getLogger(RecorderSigns.class);
    private static final String MODE = "recording_mode";
    private static final String STATUS = "recording_status";

    private final LiveRooms rooms;

    RecorderSigns(LiveRooms rooms) {
        this.rooms = rooms;
    }

    void started(Recording recording) {
        show(() -> rooms.mergeMetadata(
                recording.roomId().toString(), Map.of(MODE, recording.shownMode(), STATUS, "started"), Set.of()));
    }

    void saving(RecorderSession session) {
        show(() -> rooms.mergeMetadata(session.roomId().toString(), Map.of(STATUS, "saving"), Set.of()));
    }

    void ended(RecorderSession session) {
        show(() -> rooms.mergeMetadata(session.roomId().toString(), Map.of(), Set.of(MODE, STATUS)));
    }

    void limitReached(RecorderSession session) {
        var type = session.mode() == RecordingMode.TRANSCRIPT
                ? "transcriptionLimitReached"
                : "screenRecordingLimitReached";
        show(() -> rooms.sendData(session.roomId().toString(), Map.of("type", type)));
    }

    /** A sign that cannot be shown never hinders a recording. */
    private static void show(Runnable sign) {
        try {
            sign.run();
        } catch (LiveKitException e) {
            log.warn("cannot show the state of a recording: {}", e.getMessage());
        }
    }
}
