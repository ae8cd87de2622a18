package io.causerie.rooms;

import io.causerie.livekit.LiveKitEvent;
import io.causerie.livekit.NotOurs;
import java.util.UUID;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Meetings that begin and end, as LiveKit tells (contract 03, section 15.3). */
@Component
class LiveRoomEvents {

    private final Rooms rooms;

    LiveRoomEvents(Rooms rooms) {
        this.rooms = rooms;
    }

    @EventListener
    void on(LiveKitEvent.RoomStarted event) {
        if (rooms.find(id(event.room())).isEmpty()) {
            throw new NotOurs("no such room");
        }
    }

    /** The room need not exist any more. */
    @EventListener
    void on(LiveKitEvent.RoomFinished event) {
        id(event.room());
    }

    private static UUID id(String room) {
        return Slugs.id(room).orElseThrow(() -> new NotOurs("its name is no id"));
    }
}
