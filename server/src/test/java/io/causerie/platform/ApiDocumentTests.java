package io.causerie.platform;

import static org.assertj.core.api.Assertions.assertThat;

import io.causerie.ApplicationTest;
import io.causerie.Http;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.JsonNode;

/** {@code GET /api/v1.0/swagger.json} and its pages: what is served is told, and nothing else (contract 01, section 17). */
@ApplicationTest
class ApiDocumentTests {

    @LocalServerPort
    int port;

    @Autowired
    RequestMappingHandlerMapping mapping;

    @Test
    void everyOperationServedIsToldAndEveryOneToldIsServed() {
        var told = new TreeSet<String>();
        document()
                .path("paths")
                .properties()
                .forEach(path -> path.getValue().propertyNames().stream()
                        .filter(it -> !it.equals("parameters"))
                        .forEach(
                                it -> told.add(it.toUpperCase(java.util.Locale.ROOT) + " " + nameless(path.getKey()))));
        var served = new TreeSet<String>();
        mapping.getHandlerMethods().forEach((info, handler) -> {
            if (resource(info, handler)) {
                info.getPatternValues().stream()
                        .filter(ApiMapping::api)
                        .forEach(path -> info.getMethodsCondition()
                                .getMethods()
                                .forEach(method -> served.add(method + " " + nameless(path))));
            }
        });
        assertThat(served).isEqualTo(told);
    }

    @Test
    void everyReferenceLeadsSomewhere() {
        var document = document();
        var references = new ArrayList<String>();
        collect(document, references);
        assertThat(references).isNotEmpty();
        assertThat(references)
                .allSatisfy(it -> assertThat(document.at(it.substring(1)).isMissingNode())
                        .as(it)
                        .isFalse());
    }

    @Test
    void everyOperationIsNamedOnceAndTellsItsAnswers() {
        var names = operations().map(it -> it.path("operationId").asString()).toList();
        assertThat(names).doesNotContain("").doesNotHaveDuplicates();
        assertThat(operations()).allSatisfy(it -> {
            assertThat(it.path("summary").asString()).isNotBlank();
            assertThat(it.path("responses").has("406")).isTrue();
            assertThat(it.has("x-answers")).isFalse();
            assertThat(it.has("x-body")).isFalse();
        });
    }

    @Test
    void theTypeIsTheOneThatIsAskedFor() {
        var answer = new Http(port).get("/api/v1.0/swagger.json");
        assertThat(answer.header("Content-Type")).isEqualTo("application/vnd.oai.openapi+json");
        assertThat(answer.header("Content-Disposition")).isEqualTo("inline; filename=\"Meet API (v1.0).json\"");
        assertThat(answer.json().path("openapi").asString()).isEqualTo("3.0.3");
        var plain = new Http(port).with("Accept", "application/json").get("/api/v1.0/swagger.json");
        assertThat(plain.header("Content-Type")).isEqualTo("application/json");
        assertThat(plain.body()).isEqualTo(answer.body());
    }

    @ParameterizedTest
    @ValueSource(strings = {"swagger", "redoc"})
    void thePagesNeedNothingFromElsewhere(String name) {
        var page = new Http(port).with("Accept", "text/html").get("/api/v1.0/" + name + "/");
        assertThat(page.status()).isEqualTo(200);
        assertThat(page.header("Content-Type")).startsWith("text/html");
        assertThat(page.body()).doesNotContain("http://", "https://");
        assertThat(new Http(port).get("/api/v1.0/" + name).header("Location")).isEqualTo("/api/v1.0/" + name + "/");
    }

    @Test
    void inProductionThereIsNoneUnlessTheOperatorWantsIt() {
        assertThat(new ApiDocumentProperties("").told("Production")).isFalse();
        assertThat(new ApiDocumentProperties("True").told("Production")).isTrue();
        assertThat(new ApiDocumentProperties("").told("Development")).isTrue();
        assertThat(new ApiDocumentProperties("no").told("Test")).isFalse();
    }

    private JsonNode document() {
        return new Http(port).get("/api/v1.0/swagger.json").json();
    }

    private Stream<JsonNode> operations() {
        return document()
                .path("paths")
                .valueStream()
                .flatMap(path -> path.propertyStream()
                        .filter(it -> !it.getKey().equals("parameters"))
                        .map(Map.Entry::getValue));
    }

    /** Answers in JSON or with a film, and is not a page that belongs to no client. */
    private static boolean resource(RequestMappingInfo info, HandlerMethod handler) {
        boolean page =
                List.of("RecorderPageController").contains(handler.getBeanType().getSimpleName());
        return handler.getBeanType().isAnnotationPresent(RestController.class)
                && (info.getProducesCondition().isEmpty()
                        || Stream.of("text/event-stream", "*/*").anyMatch(info.toString()::contains))
                && !page;
    }

    private static void collect(JsonNode node, List<String> references) {
        if (node.path("$ref").isString()) {
            references.add(node.path("$ref").asString());
        }
        node.values().forEach(it -> collect(it, references));
    }

    private static String nameless(String pattern) {
        return String.join(
                "/",
                Arrays.stream(pattern.split("/", -1))
                        .map(it -> it.startsWith("{") ? "{}" : it)
                        .toList());
    }
}
