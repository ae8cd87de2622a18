package io.causerie.meetings;

import io.causerie.livekit.AccessTokens;
import io.causerie.livekit.AccessTokens.Participant;
import io.causerie.platform.ApiException;
import io.causerie.platform.ThrottleScope;
import io.causerie.platform.Throttled;
import io.causerie.rooms.DisplayNames;
import io.causerie.users.Caller;
import io.causerie.users.User;
import java.time.Duration;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** {@code POST /api/v1.0/diagnostics/connection/}: a room of one's own, to see whether sound and pictures come through (contract 01, section 13). */
@RestController
class ConnectionTestController {

    private final ConnectionTestProperties properties;
    private final DisplayNames names;
    private final ConnectionTestRooms rooms;
    private final AccessTokens tokens;

    ConnectionTestController(
            ConnectionTestProperties properties, DisplayNames names, ConnectionTestRooms rooms, AccessTokens tokens) {
        this.properties = properties;
        this.names = names;
        this.rooms = rooms;
        this.tokens = tokens;
    }

    /** The body of the answer. */
    record ConnectionTest(LiveKit livekit) {

        /** Where the test is held; {@code expiresIn} in seconds. */
        record LiveKit(@Nullable String url, String room, String token, int expiresIn) {}
    }

    @Throttled(ThrottleScope.CONNECTION_TEST)
    @PostMapping("/api/v1.0/diagnostics/connection/")
    ConnectionTest begin(Caller caller) {
        if (!properties.enabled()) {
            throw new ApiException.NotFound();
        }
        var room = properties.roomPrefix() + "-" + UUID.randomUUID();
        var user = caller.person();
        var participant = new Participant(
                room, identity(user), names.of(user, "Connection Test"), null, user != null, null, null);
        var credentials = tokens.credentials(participant, Duration.ofSeconds(properties.tokenSeconds()));
        rooms.closeLater(room);
        return new ConnectionTest(
                new ConnectionTest.LiveKit(credentials.url(), room, credentials.token(), properties.tokenSeconds()));
    }

    private static String identity(@Nullable User user) {
        return user == null ? UUID.randomUUID().toString() : user.identity();
    }
}
