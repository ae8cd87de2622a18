package io.causerie.platform;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeType;
import tools.jackson.databind.node.ObjectNode;

/**
 * The body of an API request, JSON or multipart, read only when asked for (contract 01, sections 2 and 4): a controller first loads what its caller
 * may touch, then reads.
 */
public final class Body {

    /** Larger JSON bodies are refused: far above any legitimate request. */
    private static final int LARGEST = 1 << 20;

    private final HttpServletRequest request;
    private final JsonMapper json;

    Body(HttpServletRequest request, JsonMapper json) {
        this.request = request;
        this.json = json;
    }

    /** The fields sent; an empty body counts as none, whatever its type. 400 or 415 when it cannot be read. */
    public Input read() {
        return new Input(object(tree()));
    }

    /** The body as it is, an object or not; an empty one is an empty object, as is a multipart body without parts. 400 or 415 when it cannot be read. */
    public JsonNode tree() {
        try {
            if (is(MediaType.MULTIPART_FORM_DATA)) {
                return multipart(request.getParts());
            }
            byte[] bytes = request.getInputStream().readNBytes(LARGEST + 1);
            if (bytes.length > LARGEST) {
                throw new ApiException.Refused(413, "The request is too large.");
            }
            if (bytes.length == 0) {
                return json.createObjectNode();
            }
            if (!is(MediaType.APPLICATION_JSON)) {
                throw new ApiException.Refused(415, "Unsupported media type \"" + rawType() + "\" in request.");
            }
            return parse(bytes);
        } catch (IOException | ServletException e) {
            throw ApiException.Invalid.detail("Multipart form parse error - the body cannot be read.");
        }
    }

    private boolean is(MediaType type) {
        try {
            return !rawType().isEmpty() && type.equalsTypeAndSubtype(MediaType.parseMediaType(rawType()));
        } catch (InvalidMediaTypeException e) {
            return false;
        }
    }

    private String rawType() {
        var type = request.getContentType();
        return type == null ? "" : type;
    }

    private JsonNode parse(byte[] bytes) {
        try {
            return json.readTree(new String(bytes, StandardCharsets.UTF_8));
        } catch (JacksonException e) {
            throw ApiException.Invalid.detail("JSON parse error - " + e.getOriginalMessage());
        }
    }

    private static ObjectNode object(JsonNode node) {
        if (node instanceof ObjectNode object) {
            return object;
        }
        if (node.getNodeType() == JsonNodeType.NULL || node.getNodeType() == JsonNodeType.MISSING) {
            throw ApiException.Invalid.field("non_field_errors", "No data provided");
        }
        throw ApiException.Invalid.field(
                "non_field_errors", "Invalid data. Expected a dictionary, but got " + Input.pythonType(node) + ".");
    }

    private ObjectNode multipart(Collection<Part> parts) throws IOException {
        var root = json.createObjectNode();
        for (var part : parts) {
            var text = new String(part.getInputStream().readNBytes(LARGEST), StandardCharsets.UTF_8);
            Nesting.put(root, part.getName(), text);
        }
        return root;
    }

    /** Dots open objects, brackets with a number open lists: {@code configuration.can_publish_sources[0]=camera}. */
    private static final class Nesting {

        static void put(ObjectNode root, String key, String value) {
            if (key.isBlank() || key.chars().anyMatch(Character::isWhitespace)) {
                throw ApiException.Invalid.detail("Invalid multipart key.");
            }
            var steps = key.split("\\.", -1);
            ObjectNode at = root;
            for (int i = 0; i < steps.length - 1; i++) {
                at = at.get(steps[i]) instanceof ObjectNode known ? known : at.putObject(steps[i]);
            }
            leaf(at, steps[steps.length - 1], value);
        }

        private static void leaf(ObjectNode at, String step, String value) {
            int bracket = step.indexOf('[');
            if (bracket < 0) {
                at.put(step, value);
                return;
            }
            if (bracket == 0 || !step.substring(bracket).matches("\\[\\d{0,3}]")) {
                throw ApiException.Invalid.detail("Invalid multipart key.");
            }
            at.withArray("/" + step.substring(0, bracket)).add(value);
        }
    }

    /** What an {@link Input} is made of when no request is at hand, as in tests. */
    static Input of(JsonMapper json, Map<String, ? extends @Nullable Object> fields) {
        return new Input(json.valueToTree(fields));
    }
}
