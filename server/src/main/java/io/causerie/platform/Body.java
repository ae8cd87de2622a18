package io.causerie.platform;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
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
            if (request.getContentLengthLong() == 0) {
                return json.createObjectNode();
            }
            return is(MediaType.MULTIPART_FORM_DATA_VALUE) ? multipart() : text();
        } catch (IOException | ServletException e) {
            throw ApiException.Invalid.detail(Words.MULTIPART.say());
        }
    }

    private JsonNode text() throws IOException {
        boolean readable = is(MediaType.APPLICATION_JSON_VALUE);
        // a form may have been consumed by somebody who looked for a parameter: its length tells that it was there
        boolean sent = request.getContentLengthLong() > 0;
        byte[] bytes = first(readable ? LARGEST + 1 : 1);
        if (!readable && (sent || bytes.length > 0)) {
            throw new ApiException.Refused(415, Words.MEDIA_TYPE.say(rawType()));
        }
        if (bytes.length > LARGEST) {
            throw new ApiException.Refused(413, Words.TOO_LARGE.say());
        }
        return bytes.length == 0 ? json.createObjectNode() : parse(bytes);
    }

    /** At the most so many bytes; room is made for no more than are said to come, where that is said. */
    private byte[] first(int most) throws IOException {
        long said = request.getContentLengthLong();
        if (said < 0) {
            return request.getInputStream().readNBytes(most);
        }
        var bytes = new byte[(int) Math.min(said, most)];
        int read = request.getInputStream().readNBytes(bytes, 0, bytes.length);
        return read == bytes.length ? bytes : Arrays.copyOf(bytes, read);
    }

    private JsonNode multipart() throws IOException, ServletException {
        try {
            return Multipart.read(request.getParts(), json.createObjectNode());
        } catch (IllegalStateException e) {
            throw new ApiException.Suspicious("a form that is too large");
        }
    }

    /** Parameters do not count, not even those that cannot be read. */
    private boolean is(String type) {
        return rawType().split(";", 2)[0].strip().equalsIgnoreCase(type);
    }

    private String rawType() {
        var type = request.getContentType();
        return type == null ? "" : type;
    }

    private JsonNode parse(byte[] bytes) {
        try {
            var text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
            if (!text.isEmpty() && text.charAt(0) == '\uFEFF') {
                throw ApiException.Invalid.detail(Words.JSON.say("Unexpected UTF-8 BOM"));
            }
            var tree = json.readTree(text.toString());
            if (tree.isMissingNode()) {
                throw ApiException.Invalid.detail(Words.JSON.say("Expecting value"));
            }
            return tree;
        } catch (JacksonException e) {
            throw ApiException.Invalid.detail(Words.JSON.say(e.getOriginalMessage()));
        } catch (CharacterCodingException e) {
            throw ApiException.Invalid.detail(Words.JSON.say("not UTF-8"));
        }
    }

    private static ObjectNode object(JsonNode node) {
        if (node instanceof ObjectNode object) {
            return object;
        }
        if (node.getNodeType() == JsonNodeType.NULL || node.getNodeType() == JsonNodeType.MISSING) {
            throw ApiException.Invalid.field("non_field_errors", Words.NO_DATA.say());
        }
        throw ApiException.Invalid.field("non_field_errors", Words.NO_DICTIONARY.say(Input.pythonType(node)));
    }
}
