package io.causerie.platform;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import tools.jackson.databind.json.JsonMapper;

/** What the API offers, as OpenAPI: {@code openapi.yaml}, with what many operations have in common written out. Read when somebody asks. */
@Component
class ApiDocument {

    private static final String RESPONSES = "#/components/responses/";
    private static final List<String> METHODS = List.of("get", "post", "put", "patch", "delete");

    private final JsonMapper json;
    private byte @Nullable [] text;

    ApiDocument(JsonMapper json) {
        this.json = json;
    }

    synchronized byte[] json() {
        if (text == null) {
            text = json.writeValueAsBytes(read());
        }
        return text;
    }

    /** The document as maps and lists. */
    static Map<String, Object> read() {
        try (var in = Objects.requireNonNull(ApiDocument.class.getResourceAsStream("openapi.yaml"))) {
            Map<String, Object> document = new Yaml(new SafeConstructor(new LoaderOptions())).load(in);
            map(document, "paths")
                    .values()
                    .forEach(path -> METHODS.stream()
                            .filter(asMap(path)::containsKey)
                            .forEach(method -> asMap(path).put(method, complete(map(asMap(path), method)))));
            return document;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, Object> complete(Map<String, Object> shortened) {
        var operation = new LinkedHashMap<>(shortened);
        var responses = new LinkedHashMap<>(map(operation, "responses"));
        var kind = String.valueOf(operation.remove("x-answers"));
        responses.putIfAbsent("400", answer("Invalid"));
        responses.putIfAbsent("406", answer("NotAcceptable"));
        responses.putIfAbsent("503", answer("Unavailable"));
        if (kind.equals("session")) {
            responses.putIfAbsent("401", answer("Unauthenticated"));
            responses.putIfAbsent("403", answer("Forbidden"));
        }
        if (!kind.equals("machine")) {
            var session = Map.of("session", List.of(), "csrf", List.of());
            operation.put("security", kind.equals("open") ? List.of(Map.of(), session) : List.of(session));
        }
        if (operation.remove("x-body") instanceof String body) {
            var form = Map.of("schema", Map.of("$ref", "#/components/schemas/" + body));
            operation.put("requestBody", Map.of("content", bodies(form)));
            responses.putIfAbsent("413", answer("TooLarge"));
            responses.putIfAbsent("415", answer("Unsupported"));
        }
        operation.put("responses", responses);
        return operation;
    }

    private static Map<String, Object> bodies(Map<String, ?> form) {
        var content = new LinkedHashMap<String, Object>();
        content.put("application/json", form);
        content.put("multipart/form-data", form);
        return content;
    }

    private static Map<String, String> answer(String name) {
        return Map.of("$ref", RESPONSES + name);
    }

    private static Map<String, Object> map(Map<String, Object> parent, String key) {
        return asMap(Objects.requireNonNull(parent.get(key), key));
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> asMap(Object node) {
        return (Map<String, Object>) node;
    }
}
