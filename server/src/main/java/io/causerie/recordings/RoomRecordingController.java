package io.causerie.recordings;

import static org.springframework.http.HttpStatus.CREATED;

import io.causerie.platform.ApiException;
import io.causerie.platform.Body;
import io.causerie.platform.Message;
import io.causerie.rooms.Rooms;
import io.causerie.users.CurrentUser;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Start and stop, for those who administer the room; the order of the checks is the contract's (04, section 4). */
@RestController
@RequestMapping("/api/v1.0/rooms/{room:[^.]+}")
class RoomRecordingController {

    private final RecordingProperties properties;
    private final Rooms rooms;
    private final RoomRecordings recordings;

    RoomRecordingController(RecordingProperties properties, Rooms rooms, RoomRecordings recordings) {
        this.properties = properties;
        this.rooms = rooms;
        this.recordings = recordings;
    }

    @PostMapping("/start-recording/")
    @ResponseStatus(CREATED)
    Message start(@PathVariable("room") String idOrSlug, CurrentUser user, Body body) {
        requireFeature();
        var request = StartRecording.read(body);
        var room = rooms.privileged(idOrSlug, user);
        recordings.start(room, user.id(), request);
        return new Message("Recording successfully started for room " + room.slug());
    }

    @PostMapping("/stop-recording/")
    Message stop(@PathVariable("room") String idOrSlug, CurrentUser user) {
        requireFeature();
        var room = rooms.privileged(idOrSlug, user);
        recordings.stop(room);
        return new Message("Recording stopped for room " + room.slug() + ".");
    }

    /** Off looks like a path that does not exist. */
    private void requireFeature() {
        if (!properties.enabled()) {
            throw new ApiException.NotFound();
        }
    }
}
