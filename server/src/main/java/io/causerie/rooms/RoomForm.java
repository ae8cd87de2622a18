package io.causerie.rooms;

import io.causerie.platform.ApiException;
import io.causerie.platform.Input;
import io.causerie.platform.Words;
import io.causerie.users.RoomPreferences;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What somebody asks a room to be; null for what they did not say (contract 03, sections 5.5, 5.6 and 3.2).
 *
 * @param callback under what name a page will ask for the new room (contract 03, section 6)
 */
record RoomForm(
        @Nullable String name,
        @Nullable AccessLevel accessLevel,
        @Nullable JsonNode configuration,
        @Nullable String callback) {

    private static final int LONGEST_NAME = 500;

    /** With a name; throws the 400 with every fault. */
    static RoomForm whole(Input input) {
        return read(input, input.requiredText("name", LONGEST_NAME));
    }

    /** With or without a name. */
    static RoomForm partial(Input input) {
        return read(input, input.optionalText("name", LONGEST_NAME).orElse(null));
    }

    private static RoomForm read(Input input, @Nullable String name) {
        var level = input.optionalChoice("access_level", AccessLevel.class).orElse(null);
        var form = new RoomForm(name, level, configuration(input), callback(input));
        input.verify();
        form.verifySlug();
        return form;
    }

    private static @Nullable JsonNode configuration(Input input) {
        var sent = input.node("configuration").orElse(null);
        if (sent == null) {
            return null;
        }
        if (sent.isNull()) {
            input.refuse("configuration", Words.NULL.say());
        } else {
            RoomPreferences.CONFIGURATION.faults(sent).forEach(it -> input.refuse("configuration", it));
        }
        return sent;
    }

    /** Anything that is a text, unchecked: who sends nonsense is told nothing later. */
    private static @Nullable String callback(Input input) {
        var text =
                input.node("callback_id").map(it -> it.asString("")).orElse("").strip();
        return text.isEmpty() ? null : text;
    }

    @Nullable
    String slug() {
        return name == null ? null : Slugs.of(name);
    }

    /** A slug that reads as an id would hide the room of that id, or be hidden by it. */
    private void verifySlug() {
        var slug = slug();
        if (slug == null) {
            return;
        }
        if (Slugs.id(slug).isPresent()) {
            throw ApiException.Invalid.field("name", "Room name \"" + name + "\" is reserved.");
        }
        if (slug.length() > Slugs.LONGEST) {
            throw ApiException.Invalid.field(
                    "slug", "Ensure this value has at most 100 characters (it has " + slug.length() + ").");
        }
    }
}
