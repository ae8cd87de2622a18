package io.causerie.meetings;

import io.causerie.livekit.AccessTokens;
import io.causerie.livekit.AccessTokens.Bearer;
import io.causerie.platform.ApiException;
import io.causerie.rooms.Room;
import io.causerie.rooms.Rooms;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;

/** Who sends a request by the LiveKit token it carries; never more than that a room was opened to them (contract 03, section 10). */
@Component
class TokenCallers {

    private static final String ATTRIBUTE = Bearer.class.getName();

    private final AccessTokens tokens;
    private final Rooms rooms;

    TokenCallers(AccessTokens tokens, Rooms rooms) {
        this.tokens = tokens;
        this.rooms = rooms;
    }

    /** Somebody to whom that room was opened. */
    record Inside(Room room, String identity) {}

    /** Empty without a token; the 403 of one that is not to be believed. A token is verified once for each request. */
    Optional<Bearer> of(HttpServletRequest request) {
        if (request.getAttribute(ATTRIBUTE) instanceof Bearer known) {
            return Optional.of(known);
        }
        var bearer = tokens.bearer(request.getHeader(HttpHeaders.AUTHORIZATION));
        bearer.ifPresent(it -> request.setAttribute(ATTRIBUTE, it));
        return bearer;
    }

    /** Whoever has a token of this very room; else the 404 or the 403. */
    Inside inside(HttpServletRequest request, String pk) {
        var bearer = of(request);
        var room = rooms.find(pk).orElseThrow(() -> ApiException.NotFound.no("Room"));
        return inside(bearer, room);
    }

    static Inside inside(Optional<Bearer> bearer, Room room) {
        var token = bearer.orElseThrow(ApiException.Forbidden::unauthenticated);
        if (!room.live().equals(token.room())) {
            throw new ApiException.Forbidden();
        }
        return new Inside(room, token.identity());
    }
}
