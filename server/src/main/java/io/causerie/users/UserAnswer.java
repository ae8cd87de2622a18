package io.causerie.users;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** A person as told to themselves, and to the hosts of the rooms they share (contract 01, section 11.2). */
public record UserAnswer(
        UUID id,
        @Nullable String email,
        @Nullable String fullName,
        @Nullable String shortName,
        String timezone,
        String language,
        @Nullable String defaultRoomAccessLevel,
        JsonNode defaultRoomConfiguration) {

    public static UserAnswer of(User user) {
        return new UserAnswer(
                user.id(),
                user.email(),
                user.fullName(),
                user.shortName(),
                user.timezone(),
                user.language(),
                user.defaultRoomAccessLevel(),
                user.defaultRoomConfiguration());
    }
}
