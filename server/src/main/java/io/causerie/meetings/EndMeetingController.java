package io.causerie.meetings;

import io.causerie.livekit.LiveRooms;
import io.causerie.rooms.Rooms;
import io.causerie.users.CurrentUser;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** Ends a meeting for everybody; the room stays. Ours: the reference server has nothing like it. A meeting that is over already is a success. */
@RestController
class EndMeetingController {

    private final Rooms rooms;
    private final LiveRooms live;

    EndMeetingController(Rooms rooms, LiveRooms live) {
        this.rooms = rooms;
        this.live = live;
    }

    @PostMapping("/api/v1.0/rooms/{pk:[^.]+}/end/")
    Done end(@PathVariable String pk, CurrentUser user) {
        var room = rooms.privileged(pk, user);
        LiveCalls.attempt(() -> live.delete(room.live()), "Failed to end the meeting");
        return Done.SUCCESS;
    }
}
