package io.causerie.recordings;

import io.causerie.platform.ApiException;
import io.causerie.platform.Body;
import io.causerie.platform.Choice;
import io.causerie.platform.Input;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * The body that starts a recording (contract 04, section 4.3). Whatever is wrong with it, the answer is the same.
 *
 * @param options only the keys with a value
 */
record StartRecording(RecordingMode mode, ObjectNode options) {

    private static final JsonMapper JSON = JsonMapper.shared();

    static StartRecording read(Body body) {
        var sent = body.tree();
        return new StartRecording(choice(sent.path("mode")), options(sent.get("options")));
    }

    private static ObjectNode options(@Nullable JsonNode sent) {
        var options = JsonNodeFactory.instance.objectNode();
        if (sent == null || sent.isNull()) {
            return options;
        }
        var object = sent.isString() ? parsed(sent.stringValue()) : sent;
        if (!object.isObject()) {
            throw invalid();
        }
        object.properties().forEach(it -> {
            var value = option(it.getKey(), it.getValue());
            if (!it.getValue().isNull()) {
                options.set(it.getKey(), value);
            }
        });
        return options;
    }

    private static JsonNode parsed(String text) {
        try {
            return JSON.readTree(text);
        } catch (JacksonException e) {
            throw invalid();
        }
    }

    private static JsonNode option(String key, JsonNode value) {
        var nodes = JsonNodeFactory.instance;
        return switch (key) {
            case "language" -> value.isNull() ? value : language(value);
            case "transcribe", "collect_metadata" ->
                value.isNull() ? value : nodes.booleanNode(Input.truth(value).orElseThrow(StartRecording::invalid));
            case "original_mode" ->
                value.isNull() ? value : nodes.stringNode(choice(value).wire());
            default -> throw invalid();
        };
    }

    /** Any text the database can keep. */
    private static JsonNode language(JsonNode value) {
        if (!value.isString()
                || value.stringValue().chars().anyMatch(c -> c == 0)
                || value.stringValue().codePoints().anyMatch(c -> c >= 0xD800 && c <= 0xDFFF)) {
            throw invalid();
        }
        return value;
    }

    private static RecordingMode choice(JsonNode value) {
        try {
            return Choice.of(RecordingMode.class, value.isString() ? value.stringValue() : "");
        } catch (IllegalArgumentException e) {
            throw invalid();
        }
    }

    private static ApiException invalid() {
        return ApiException.Invalid.detail("Invalid request.");
    }
}
