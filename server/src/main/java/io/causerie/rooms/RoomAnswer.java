package io.causerie.rooms;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import io.causerie.livekit.AccessTokens.Credentials;
import io.causerie.users.UserAnswer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A room as told to one caller (contract 03, section 5.2).
 *
 * @param more what only some callers are told, by its presence too
 */
record RoomAnswer(
        UUID id,
        String name,
        String slug,
        JsonNode configuration,
        AccessLevel accessLevel,
        @JsonAnyGetter Map<String, @Nullable Object> more) {

    /** One person's right on the room, as its administrators are told. */
    record AccessAnswer(UUID id, UUID resource, Role role, UserAnswer user) {}

    /** {@code livekit}: what the caller enters with, null when they must wait. */
    static RoomAnswer of(SeenRoom seen, @Nullable Credentials livekit) {
        var room = seen.room();
        var more = new LinkedHashMap<String, @Nullable Object>();
        if (livekit != null) {
            more.put("pin_code", room.pinCode());
            more.put("livekit", livekit);
        }
        if (seen.privileged()) {
            more.put("accesses", accesses(seen));
        }
        return new RoomAnswer(room.id(), room.name(), room.slug(), room.configuration(), room.accessLevel(), more);
    }

    private static List<AccessAnswer> accesses(SeenRoom seen) {
        return seen.accesses().stream()
                .map(it -> new AccessAnswer(it.id(), seen.room().id(), it.role(), UserAnswer.of(it.user())))
                .toList();
    }
}
