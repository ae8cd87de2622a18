package io.causerie.meetings;

import io.causerie.livekit.AccessTokens.Bearer;
import io.causerie.livekit.LiveKitException;
import io.causerie.livekit.LivePeople;
import io.causerie.meetings.TokenCallers.Inside;
import io.causerie.platform.ApiException;
import io.causerie.platform.Body;
import io.causerie.platform.Guarded;
import io.causerie.platform.Input;
import io.causerie.rooms.Role;
import io.causerie.rooms.Room;
import io.causerie.rooms.Rooms;
import io.causerie.users.SessionCallers;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/**
 * Mutes somebody's track: for administrators by session, for everybody in the meeting by LiveKit token where the room allows it. A token is never a session: it
 * may have been handed on (contract 03, section 12.1).
 */
@RestController
class MuteController implements Guarded {

    private static final int LONGEST_SID = 255;

    private final TokenCallers tokens;
    private final SessionCallers callers;
    private final Rooms rooms;
    private final LivePeople people;

    MuteController(TokenCallers tokens, SessionCallers callers, Rooms rooms, LivePeople people) {
        this.tokens = tokens;
        this.callers = callers;
        this.rooms = rooms;
        this.people = people;
    }

    @Override
    public void admit(HttpServletRequest request) {
        tokens.of(request);
    }

    @PostMapping("/api/v1.0/rooms/{pk:[^.]+}/mute-participant/")
    Done mute(@PathVariable String pk, Body body, HttpServletRequest request, HttpServletResponse response) {
        var bearer = tokens.of(request);
        var user = bearer.isPresent() ? null : person(request, response);
        var room = rooms.find(pk).orElseThrow(() -> ApiException.NotFound.no("Room"));
        var inside = administers(room, user) ? Optional.<Inside>empty() : Optional.of(member(room, bearer, user));
        var input = body.read();
        var identity = input.requiredText("participant_identity", Integer.MAX_VALUE);
        var track = input.requiredText("track_sid", LONGEST_SID);
        input.verify();
        inside.ifPresent(this::verifyPresence);
        LiveCalls.attempt(() -> people.mute(room.live(), identity, track), "Failed to mute participant");
        return Done.SUCCESS;
    }

    private boolean administers(Room room, @Nullable UUID user) {
        return user != null
                && rooms.role(room.id(), user).filter(Role::privileged).isPresent();
    }

    private @Nullable UUID person(HttpServletRequest request, HttpServletResponse response) {
        return callers.of(request, response).user().map(it -> it.id()).orElse(null);
    }

    private static Inside member(Room room, Optional<Bearer> bearer, @Nullable UUID user) {
        if (bearer.isEmpty() && user == null) {
            throw ApiException.Forbidden.unauthenticated();
        }
        if (bearer.isEmpty() || !everyoneCanMute(room.configuration())) {
            throw new ApiException.Forbidden();
        }
        return TokenCallers.inside(bearer, room);
    }

    /** Absent means yes; the spellings of truth are those that may be stored (contract 03, section 24.2, item 12). */
    private static boolean everyoneCanMute(JsonNode configuration) {
        var said = configuration.get("everyone_can_mute");
        return said == null || !said.isNull() && Input.truth(said).orElse(false);
    }

    /** Who has left may have left the token to somebody. */
    private void verifyPresence(Inside caller) {
        try {
            if (people.present(caller.room().live(), caller.identity())) {
                return;
            }
        } catch (LiveKitException e) {
            // told below: what cannot be verified is not so
        }
        throw new ApiException.Failed(403, "Could not verify caller presence");
    }
}
