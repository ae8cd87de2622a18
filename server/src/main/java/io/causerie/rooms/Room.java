package io.causerie.rooms;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A registered room (contract 03, section 3); its LiveKit room is named by its id.
 *
 * @param configuration an object, exactly as it was sent
 */
public record Room(
        UUID id,
        String name,
        String slug,
        JsonNode configuration,
        AccessLevel accessLevel,
        @Nullable String pinCode) {}
