package io.causerie.rooms;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A registered room (contract 03, section 3); its LiveKit room is named by its id.
 *
 * @param configuration normally an object, exactly as it was sent; an operator may have stored any JSON
 */
public record Room(
        UUID id,
        String name,
        String slug,
        JsonNode configuration,
        AccessLevel accessLevel,
        @Nullable String pinCode) {

    /** The same room with that PIN. */
    Room reachedBy(String pin) {
        return new Room(id, name, slug, configuration, accessLevel, pin);
    }

    /** The name of its room in LiveKit. */
    public String live() {
        return id.toString();
    }
}
