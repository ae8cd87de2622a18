package io.causerie.lobby;

import io.causerie.livekit.AccessTokens.Credentials;
import io.causerie.platform.ApiException;
import io.causerie.platform.Body;
import io.causerie.platform.ThrottleScope;
import io.causerie.platform.Throttled;
import io.causerie.rooms.Guests;
import io.causerie.rooms.KnownRooms;
import io.causerie.rooms.RoomTokens;
import io.causerie.users.Caller;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** Where somebody knocks, and asks every second what came of it (contract 03, section 11.1). */
@RestController
class RequestEntryController {

    private final KnownRooms rooms;
    private final Guests guests;
    private final Door door;
    private final RoomTokens tokens;

    RequestEntryController(KnownRooms rooms, Guests guests, Door door, RoomTokens tokens) {
        this.rooms = rooms;
        this.guests = guests;
        this.door = door;
        this.tokens = tokens;
    }

    /** {@code livekit}: what to enter with, null for those who may not (yet). */
    record Answer(
            UUID id,
            String username,
            EntryStatus status,
            String color,
            @Nullable Credentials livekit) {}

    @PostMapping("/api/v1.0/rooms/{pk:[^.]+}/request-entry/")
    @Throttled(ThrottleScope.REQUEST_ENTRY)
    Answer knock(
            @PathVariable String pk,
            Caller caller,
            Body body,
            HttpServletRequest request,
            HttpServletResponse response) {
        var input = body.read();
        var username = input.requiredText("username", Integer.MAX_VALUE);
        input.verify();
        var room = rooms.find(pk).orElseThrow(() -> ApiException.NotFound.no("Room"));
        var entry = door.knock(room, caller, guests.of(request).orElse(null), username, request);
        var visitor = entry.visitor();
        guests.remember(response, visitor.id());
        var credentials = entry.status() == EntryStatus.ACCEPTED
                ? tokens.into(room, caller, visitor.id(), username, visitor.color())
                : null;
        return new Answer(visitor.id(), visitor.username(), entry.status(), visitor.color(), credentials);
    }
}
