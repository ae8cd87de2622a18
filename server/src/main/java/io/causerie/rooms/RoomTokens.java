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
public class RoomTokens {

    private final AccessTokens tokens;
    private final Guests guests;
    private final DisplayNames names;

    RoomTokens(AccessTokens tokens, Guests guests, DisplayNames names) {
        this.tokens = tokens;
        this.guests = guests;
        this.names = names;
    }

    /**
     * Into a registered room, for somebody at its door.
     *
     * @param guest the secret of their browser; signed-in people are known by their account instead
     * @param username the name asked for, or null
     * @param color theirs, or null for that of the identity
     */
    public Credentials into(
            KnownRoom known, Caller caller, UUID guest, @Nullable String username, @Nullable String color) {
        return into(known.room(), known.role(caller), caller, guest, username, color);
    }

    /** Into a registered room; {@code guest} is needed for those who are not signed in. */
    Credentials into(SeenRoom seen, Caller caller, @Nullable UUID guest, @Nullable String username) {
        return into(seen.room(), seen.role(), caller, guest, username, null);
    }

    /** Into a room nobody registered. */
    Credentials intoUnregistered(String slug, Caller caller, @Nullable String username) {
        return tokens.credentials(participant(
                slug,
                caller,
                caller.user()
                        .map(User::identity)
                        .orElseGet(() -> UUID.randomUUID().toString()),
                username,
                null,
                null,
                null));
    }

    private Credentials into(
            Room room,
            @Nullable Role role,
            Caller caller,
            @Nullable UUID guest,
            @Nullable String username,
            @Nullable String color) {
        var identity = caller.user()
                .map(User::identity)
                .orElseGet(() -> guests.identity(room.id(), guest == null ? guests.fresh() : guest));
        var sources = role != null && role.privileged() ? null : sources(room.configuration());
        return tokens.credentials(participant(room.live(), caller, identity, username, role, sources, color));
    }

    private Participant participant(
            String room,
            Caller caller,
            String identity,
            @Nullable String username,
            @Nullable Role role,
            @Nullable List<String> sources,
            @Nullable String color) {
        return new Participant(
                room,
                identity,
                names.of(caller.person(), username),
                role == null ? null : role.wire(),
                !caller.anonymous(),
                sources,
                color);
    }

    /** What the room lets people publish; null when it says nothing. */
    static @Nullable List<String> sources(JsonNode configuration) {
        var sources = configuration.path("can_publish_sources");
        return sources.isArray()
                ? sources.valueStream()
                        .filter(JsonNode::isString)
                        .map(it -> it.stringValue().toLowerCase(Locale.ROOT))
                        .toList()
                : null;
    }
}
