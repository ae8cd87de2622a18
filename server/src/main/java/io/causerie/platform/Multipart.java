package io.causerie.platform;

import jakarta.servlet.http.Part;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A form as the object it stands for: dots open objects, brackets with a number open lists, as in {@code configuration.can_publish_sources[0]=camera}
 * (contract 01, section 4). Of a repeated key the last value counts.
 */
final class Multipart {

    private static final int MOST_FIELDS = 1000;
    private static final int MOST_FILES = 100;
    private static final Pattern KEY = Pattern.compile("[^.\\[\\]\\s]+(?:\\.[^.\\[\\]\\s]+|\\[\\d{1,4}])*");
    private static final Pattern STEP = Pattern.compile("([^.\\[\\]]+)|\\[(\\d+)]");

    private final ObjectNode root;

    private Multipart(ObjectNode root) {
        this.root = root;
    }

    /** Fills {@code root} with the parts; 400 for a key that cannot be read, and for more parts than anybody sends. */
    static ObjectNode read(Collection<Part> parts, ObjectNode root) throws IOException {
        long files =
                parts.stream().filter(it -> it.getSubmittedFileName() != null).count();
        if (files > MOST_FILES || parts.size() - files > MOST_FIELDS) {
            throw new ApiException.Suspicious("a form of too many fields");
        }
        var form = new Multipart(root);
        for (var part : parts) {
            form.put(part.getName(), value(part, root));
        }
        return root;
    }

    /** A file is no text, so that it is refused wherever a text is asked. */
    private static JsonNode value(Part part, ObjectNode nodes) throws IOException {
        var bytes = part.getInputStream().readAllBytes();
        return part.getSubmittedFileName() == null
                ? nodes.stringNode(new String(bytes, StandardCharsets.UTF_8))
                : nodes.binaryNode(new byte[0]);
    }

    private void put(String key, JsonNode value) {
        if (!KEY.matcher(key).matches()) {
            throw malformed(key);
        }
        var steps = STEP.matcher(key).results().map(it -> it.group()).toList();
        JsonNode at = root;
        for (int i = 0; i < steps.size() - 1; i++) {
            at = opened(at, steps.get(i), steps.get(i + 1).startsWith("["), key);
        }
        set(at, steps.getLast(), value, key);
    }

    /** What lies at that step, made if nothing does. */
    private JsonNode opened(JsonNode at, String step, boolean list, String key) {
        var there = get(at, step, key);
        if (there == null) {
            there = list ? root.arrayNode() : root.objectNode();
            set(at, step, there, key);
        }
        if (list != there.isArray() || !there.isContainer()) {
            throw malformed(key);
        }
        return there;
    }

    private static @Nullable JsonNode get(JsonNode at, String step, String key) {
        return at instanceof ArrayNode list ? list.get(index(step, list, key)) : at.get(step);
    }

    private static void set(JsonNode at, String step, JsonNode value, String key) {
        if (at instanceof ArrayNode list) {
            int index = index(step, list, key);
            if (index == list.size()) {
                list.add(value);
            } else {
                list.set(index, value);
            }
        } else if (at instanceof ObjectNode object) {
            object.set(step, value);
        }
    }

    /** Lists are filled in order. */
    private static int index(String step, ArrayNode list, String key) {
        int index = Integer.parseInt(step.substring(1, step.length() - 1));
        if (index > list.size()) {
            throw malformed(key);
        }
        return index;
    }

    private static ApiException malformed(String key) {
        return ApiException.Invalid.detail(Words.MULTIPART_KEY.say(key));
    }
}
