package io.causerie.rooms;

import io.causerie.livekit.LiveKitException;
import io.causerie.livekit.LiveRooms;
import io.causerie.platform.AfterCommit;
import io.causerie.platform.FirstAttempts;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Ends the meeting of a room that is deleted, so that nobody is left in a page that nothing answers any more; tried again until LiveKit has done it. */
@Component
class DeletedMeetings {

    private static final Logger log = LoggerFactory.getLogger(DeletedMeetings.class);

    private final LiveRooms live;
    private final FirstAttempts attempts;

    DeletedMeetings(LiveRooms live, FirstAttempts attempts) {
        this.live = live;
        this.attempts = attempts;
    }

    @AfterCommit("rooms.end-deleted")
    void on(RoomDeleted event) {
        try {
            live.delete(event.room().toString());
        } catch (LiveKitException.Refused e) {
            log.warn("LiveKit does not end the meeting of deleted room {}: {}", event.room(), e.code());
            if (e.unreachable()) {
                throw e;
            }
        } finally {
            attempts.done(event.room());
        }
    }
}
