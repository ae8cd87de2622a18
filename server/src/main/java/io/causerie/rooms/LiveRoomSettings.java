package io.causerie.rooms;

import io.causerie.livekit.LiveKitException;
import io.causerie.livekit.LiveRooms;
import io.causerie.platform.AfterCommit;
import io.causerie.platform.FirstAttempts;
import java.util.Map;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Tells the people in a live room its new access level and configuration (contract 03, sections 5.6 and 18.3). */
@Component
class LiveRoomSettings {

    private static final Logger log = LoggerFactory.getLogger(LiveRoomSettings.class);

    private final Rooms rooms;
    private final LiveRooms live;
    private final FirstAttempts attempts;

    LiveRoomSettings(Rooms rooms, LiveRooms live, FirstAttempts attempts) {
        this.rooms = rooms;
        this.live = live;
        this.attempts = attempts;
    }

    /** What is stored now, not what was when the event was made: late or repeated, it tells the truth. */
    @AfterCommit("rooms.live-room-settings")
    void on(RoomChanged event) {
        try {
            rooms.find(event.room()).ifPresent(this::tell);
        } finally {
            attempts.done(event.room());
        }
    }

    private void tell(Room room) {
        var settings = Map.of(
                "configuration",
                room.configuration(),
                "access_level",
                room.accessLevel().wire());
        try {
            if (!live.mergeMetadata(room.live(), settings, Set.of())) {
                log.debug("room {} is not live: nobody to tell its settings", room.id());
            }
        } catch (LiveKitException.Refused e) {
            log.warn("LiveKit does not take the settings of room {}: {}", room.id(), e.code());
            if (e.unreachable()) {
                throw e;
            }
        }
    }
}
