package io.causerie.rooms;

import io.causerie.livekit.AccessTokens;
import io.causerie.livekit.AccessTokens.Credentials;
import io.causerie.livekit.AccessTokens.Participant;
import io.causerie.users.Caller;
import io.causerie.users.User;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** Under which name, identity and rights somebody enters a room (contract 03, section 9). */
@Component
class RoomTokens {

    private final AccessTokens tokens;
    private final RoomProperties properties;

    RoomTokens(AccessTokens tokens, RoomProperties properties) {
        this.tokens = tokens;
        this.properties = properties;
    }

    /** Into a registered room; {@code username} is the name asked for, or null. */
    Credentials into(SeenRoom seen, Caller caller, @Nullable String username) {
        var sources = seen.privileged() ? null : sources(seen.room().configuration());
        return into(seen.room().live(), seen.role(), sources, caller, username);
    }

    /** Into a room nobody registered. */
    Credentials intoUnregistered(String slug, Caller caller, @Nullable String username) {
        return into(slug, null, null, caller, username);
    }

    private Credentials into(
            String room,
            @Nullable Role role,
            @Nullable List<String> sources,
            Caller caller,
            @Nullable String username) {
        return tokens.credentials(new Participant(
                room,
                caller.user()
                        .map(User::identity)
                        .orElseGet(() -> UUID.randomUUID().toString()),
                name(caller.person(), username),
                role == null ? null : role.wire(),
                !caller.anonymous(),
                sources,
                null));
    }

    private String name(@Nullable User user, @Nullable String username) {
        boolean free = user == null || properties.participantsCanEditName();
        if (free && username != null && !username.isEmpty()) {
            return username;
        }
        return user == null ? "Anonymous" : user.name();
    }

    /** What the room lets people publish; null when it says nothing. */
    private static @Nullable List<String> sources(JsonNode configuration) {
        var sources = configuration.path("can_publish_sources");
        return sources.isArray()
                ? sources.valueStream()
                        .filter(JsonNode::isString)
                        .map(it -> it.stringValue().toLowerCase(Locale.ROOT))
                        .toList()
                : null;
    }
}
