package io.causerie.users;

import io.causerie.platform.Input;
import io.causerie.platform.Words;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What a person changes about their account; null for what stays (contract 01, section 11.5).
 *
 * @param changesLevel whether the access level is changed, as null is a level of its own: the instance's default
 */
record Preferences(
        @Nullable String timezone,
        @Nullable String language,
        boolean changesLevel,
        @Nullable String defaultRoomAccessLevel,
        @Nullable JsonNode defaultRoomConfiguration) {

    private static final Set<String> LEVELS = Set.of("public", "trusted", "restricted", "");

    /** Throws the 400 with every fault; {@code whole} asks for what PUT asks for. */
    static Preferences read(Input input, boolean whole, Set<String> languages) {
        var preferences = new Preferences(
                timezone(input, whole),
                language(input, languages),
                input.has("default_room_access_level"),
                level(input),
                configuration(input));
        input.verify();
        return preferences;
    }

    private static @Nullable String timezone(Input input, boolean required) {
        var node = input.node("timezone").orElse(null);
        if (node == null) {
            if (required) {
                input.refuse("timezone", Words.REQUIRED.say());
            }
            return null;
        }
        var name = node.isString() ? node.stringValue() : null;
        if (node.isNull()) {
            input.refuse("timezone", Words.NULL.say());
        } else if (name != null && name.isEmpty()) {
            input.refuse("timezone", Words.BLANK.say());
        } else if (name == null || !TimeZones.known(name)) {
            input.refuse("timezone", "A valid timezone is required.");
        }
        return name;
    }

    private static @Nullable String language(Input input, Set<String> languages) {
        var node = input.node("language").orElse(null);
        if (node == null) {
            return null;
        }
        var code = word(node);
        if (node.isNull()) {
            input.refuse("language", Words.NULL.say());
        } else if (!languages.contains(code)) {
            input.refuse("language", Words.CHOICE.say(code));
        }
        return code;
    }

    private static @Nullable String level(Input input) {
        var node = input.node("default_room_access_level").orElse(null);
        if (node == null || node.isNull()) {
            return null;
        }
        var level = word(node);
        if (!LEVELS.contains(level)) {
            input.refuse("default_room_access_level", Words.CHOICE.say(level));
        }
        return level;
    }

    private static @Nullable JsonNode configuration(Input input) {
        var node = input.node("default_room_configuration").orElse(null);
        if (node != null && node.isNull()) {
            input.refuse("default_room_configuration", Words.NULL.say());
        } else if (node != null) {
            RoomPreferences.CONFIGURATION.faults(node).forEach(it -> input.refuse("default_room_configuration", it));
        }
        return node;
    }

    private static String word(JsonNode node) {
        return node.isContainer() ? node.toString() : node.asString("");
    }
}
