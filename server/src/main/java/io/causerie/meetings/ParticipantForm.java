package io.causerie.meetings;

import io.causerie.livekit.LivePeople.Change;
import io.causerie.livekit.LivePeople.Permission;
import io.causerie.platform.ApiException;
import io.causerie.platform.Input;
import io.causerie.platform.StrictSchema;
import io.causerie.platform.Words;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What a moderator asks to change of somebody in a meeting (contract 03, section 12.2). */
record ParticipantForm(String identity, Change change) {

    private static final int LONGEST_NAME = 255;
    private static final List<String> GIVEN = List.of("metadata", "attributes", "permission", "name");
    private static final List<String> SOURCES = List.of("camera", "microphone", "screen_share", "screen_share_audio");

    /** Said by our tokens, not by moderators (contract 03, section 24.2, item 7); clients send back all they know of somebody. */
    private static final Set<String> OURS = Set.of("color", "room_role", "is_authenticated");

    private static final StrictSchema PERMISSION = StrictSchema.of("ParticipantPermission")
            .truth("can_subscribe")
            .truth("can_publish")
            .truth("can_publish_data")
            .words("can_publish_sources", SOURCES)
            .truth("hidden")
            .truth("recorder")
            .truth("can_update_metadata")
            .truth("agent")
            .truth("can_subscribe_metrics");

    /** Throws the 400 with every fault, or that of a permission nobody is given. */
    static ParticipantForm read(Input input, List<String> forbidden) {
        var permission = permission(input);
        refuse(permission, forbidden);
        var identity = input.requiredText("participant_identity", Integer.MAX_VALUE);
        var change = new Change(
                name(input),
                object(input, "metadata").map(JsonNode::toString).orElse(null),
                attributes(input),
                permission == null ? null : permission(permission));
        input.verify();
        if (GIVEN.stream().noneMatch(field -> given(input, field))) {
            throw ApiException.Invalid.field(
                    "non_field_errors",
                    "At least one of the following fields must be provided: " + String.join(", ", GIVEN) + ".");
        }
        return new ParticipantForm(identity, change);
    }

    private static boolean given(Input input, String field) {
        return input.node(field)
                .filter(it ->
                        !it.isNull() && !(it.isString() && it.stringValue().isEmpty()))
                .isPresent();
    }

    private static void refuse(@Nullable JsonNode permission, List<String> forbidden) {
        if (permission == null) {
            return;
        }
        var set = forbidden.stream().filter(permission::hasNonNull).toList();
        if (!set.isEmpty()) {
            throw new ApiException.Suspicious(
                    "Setting the following participant permissions is not allowed: " + String.join(", ", set) + ".");
        }
    }

    private static @Nullable String name(Input input) {
        return given(input, "name") ? input.optionalText("name", LONGEST_NAME).orElse(null) : null;
    }

    private static Optional<JsonNode> object(Input input, String field) {
        return input.node(field).filter(it -> given(input, field)).filter(it -> {
            if (!it.isObject()) {
                input.refuse(field, Words.DICTIONARY.say(Input.pythonType(it)));
            }
            return it.isObject();
        });
    }

    private static Map<String, String> attributes(Input input) {
        var attributes = new LinkedHashMap<String, String>();
        object(input, "attributes")
                .ifPresent(sent -> sent.propertyStream().forEach(it -> {
                    if (!it.getValue().isString()) {
                        input.refuse("attributes", Map.of(it.getKey(), List.of(Words.TEXT.say())));
                    } else if (!OURS.contains(it.getKey())) {
                        attributes.put(it.getKey(), it.getValue().stringValue());
                    }
                }));
        return attributes;
    }

    /** As sent, or read from the text a multipart form makes of it; null when there is none or it is at fault. */
    private static @Nullable JsonNode permission(Input input) {
        var sent = input.node("permission")
                .filter(it -> given(input, "permission"))
                .orElse(null);
        if (sent == null) {
            return null;
        }
        var read = sent.isString() ? parsed(sent.stringValue(), input) : sent;
        if (read != null) {
            PERMISSION.faults(read).forEach(it -> input.refuse("permission", it));
        }
        return read != null && read.isObject() ? read : null;
    }

    private static @Nullable JsonNode parsed(String text, Input input) {
        try {
            return JsonMapper.shared().readTree(text);
        } catch (JacksonException e) {
            input.refuse("permission", StrictSchema.noJson(text));
            return null;
        }
    }

    private static Permission permission(JsonNode sent) {
        return new Permission(
                truth(sent, "can_subscribe"),
                truth(sent, "can_publish"),
                truth(sent, "can_publish_data"),
                sent.path("can_publish_sources")
                        .valueStream()
                        .map(it -> it.asString(""))
                        .toList(),
                truth(sent, "hidden"),
                truth(sent, "recorder"),
                truth(sent, "can_update_metadata"),
                truth(sent, "agent"),
                truth(sent, "can_subscribe_metrics"));
    }

    private static boolean truth(JsonNode sent, String field) {
        var value = sent.get(field);
        return value != null && !value.isNull() && Input.truth(value).orElse(false);
    }
}
