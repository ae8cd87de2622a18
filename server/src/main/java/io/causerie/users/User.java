package io.causerie.users;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A person with an account (contract 02, section 4.1).
 *
 * @param sub the identity provider's subject; null for provisional and admin-only accounts
 * @param defaultRoomConfiguration an object, as the person sent it
 */
public record User(
        UUID id,
        @Nullable String sub,
        @Nullable String email,
        @Nullable String adminEmail,
        @Nullable String fullName,
        @Nullable String shortName,
        String language,
        String timezone,
        boolean active,
        boolean staff,
        boolean superuser,
        @Nullable String defaultRoomAccessLevel,
        JsonNode defaultRoomConfiguration) {

    /** What stands for the person where no name is known: e-mail, else admin e-mail, else the id. */
    public String display() {
        return email != null ? email : adminEmail != null ? adminEmail : id.toString();
    }

    /** Under which name the person appears: the full one, else what stands for it. */
    public String name() {
        return fullName == null || fullName.isEmpty() ? display() : fullName;
    }

    /** By what LiveKit knows the person: the provider's subject, or the id of an account without one. */
    public String identity() {
        return sub == null || sub.isEmpty() ? id.toString() : sub;
    }
}
