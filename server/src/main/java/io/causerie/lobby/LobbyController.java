package io.causerie.lobby;

import io.causerie.platform.ApiException;
import io.causerie.platform.Body;
import io.causerie.platform.Message;
import io.causerie.rooms.AccessLevel;
import io.causerie.rooms.KnownRooms;
import io.causerie.rooms.Rooms;
import io.causerie.users.Caller;
import io.causerie.users.CurrentUser;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Those who wait, as a room's administrators see them, admit them and refuse them (contract 03, sections 11.2 and 11.3). */
@RestController
@RequestMapping("/api/v1.0/rooms/{pk:[^.]+}")
class LobbyController {

    private final Rooms rooms;
    private final KnownRooms known;
    private final WaitingRooms waiting;
    private final Streams streams;
    private final WaitingPages pages;

    LobbyController(Rooms rooms, KnownRooms known, WaitingRooms waiting, Streams streams, WaitingPages pages) {
        this.rooms = rooms;
        this.known = known;
        this.waiting = waiting;
        this.streams = streams;
        this.pages = pages;
    }

    @PostMapping("/enter/")
    ResponseEntity<Message> decide(@PathVariable String pk, CurrentUser user, Body body) {
        var input = body.read();
        var sent = input.requiredUuid("participant_id");
        var status = input.requiredBool("allow_entry") ? EntryStatus.ACCEPTED : EntryStatus.DENIED;
        input.verify();
        var room = rooms.privileged(pk, user);
        if (room.accessLevel() == AccessLevel.PUBLIC) {
            return answer(404, "Room has no lobby system.");
        }
        var visitor = sent.orElseThrow();
        if (waiting.decide(room.id(), visitor, status).isEmpty()) {
            return answer(404, "Participant not found.");
        }
        streams.ring(visitor);
        streams.ring(room.id());
        return answer(200, "Participant was updated.");
    }

    /** Asked every second by everybody who moderates. */
    @GetMapping("/waiting-participants/")
    ResponseEntity<byte[]> list(@PathVariable String pk, CurrentUser user) {
        var room = known.find(pk).orElseThrow(() -> ApiException.NotFound.no("Room"));
        if (!room.administeredBy(new Caller(user.user()))) {
            throw new ApiException.Forbidden(Rooms.PRIVILEGES);
        }
        var id = room.room().id();
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_JSON)
                .body(
                        room.room().accessLevel() == AccessLevel.PUBLIC
                                ? pages.nobody()
                                : pages.of(id, waiting.waiting(id)));
    }

    private static ResponseEntity<Message> answer(int status, String message) {
        return ResponseEntity.status(status).body(new Message(message));
    }
}
