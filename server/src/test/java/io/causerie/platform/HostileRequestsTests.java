package io.causerie.platform;

import static org.assertj.core.api.Assertions.assertThat;

import io.causerie.ApplicationTest;
import io.causerie.Http;
import io.causerie.Wire;
import io.causerie.users.SignedIn;
import io.causerie.users.TestUsers;
import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/** Requests meant to hurt, from a seeded generator: none is answered with a failure, and none with a status the API document does not tell. */
@ApplicationTest
class HostileRequestsTests {

    private static final List<String> VALUES = List.of(
            "null",
            "true",
            "-1",
            "1e999",
            "123456789012345678901234567890",
            "0.1",
            "\"\"",
            "\" \"",
            "\"x\"",
            "\"\\u0000\"",
            "\"\\ud800\"",
            "\"\\udc00\\ud800\"",
            "\"'; drop table meet_user; --\"",
            "[]",
            "[null]",
            "{}",
            "{\"a\":{\"b\":[]}}",
            "\"public\"",
            "\"UTC\"",
            "\"../../etc/passwd\"",
            "{\"can_publish_sources\":[\"camera\",5]}",
            "[[[[[[[[]]]]]]]]",
            "{\"everyone_can_mute\":\"maybe\"}",
            "\"" + "é".repeat(600) + "\"",
            "\"5b0c7f1e-2f0e-4c1b-9a55-0f6f3b3e9d21\"");
    private static final List<String> FIELDS = List.of(
            "name",
            "timezone",
            "language",
            "default_room_access_level",
            "default_room_configuration",
            "access_level",
            "configuration",
            "options",
            "code",
            "type",
            "reason",
            "chunks",
            "EventName",
            "Records",
            "id",
            "\\u0000",
            "");
    private static final List<String> TEXTS = List.of(
            "x",
            "",
            " ",
            "5b0c7f1e-2f0e-4c1b-9a55-0f6f3b3e9d21",
            "0",
            "-1",
            "99999999999999999999",
            "last",
            "é日本😀",
            "a'b\"c",
            "..",
            "%",
            "%2F",
            "\\",
            "\0",
            "a\nb",
            "javascript:alert(1)",
            "x".repeat(2000),
            "ï¿½",
            "{}");
    private static final List<String> TYPES = List.of(
            "application/json",
            "application/json",
            "application/json",
            "multipart/form-data; boundary=b",
            "text/plain",
            "x",
            "application/x-www-form-urlencoded",
            "multipart/mixed; boundary=b",
            "multipart/form-data",
            ";;;",
            "application/json; charset=\u00e9");
    private static final List<String> HEADERS = List.of(
            "Accept",
            "Accept-Language",
            "Authorization",
            "Content-Digest",
            "Origin",
            "Referer",
            "Range",
            "X-Original-URL",
            "X-Forwarded-Proto",
            "If-None-Match",
            "Cookie");

    @LocalServerPort
    int port;

    @Autowired
    TestUsers users;

    private SignedIn alice;

    @BeforeEach
    void signIn() {
        alice = users.alice();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2})
    void everyOperationStands(long seed) {
        var random = new Random(seed);
        var document = new Http(port).get("/api/v1.0/swagger.json").json();
        var surprises = new TreeSet<String>();
        document.path("paths")
                .properties()
                .forEach(path -> path.getValue().properties().forEach(operation -> {
                    if (!operation.getKey().equals("parameters")) {
                        for (int i = 0; i < 12; i++) {
                            surprise(random, path.getKey(), operation.getKey(), operation.getValue(), surprises);
                        }
                    }
                }));
        assertThat(surprises).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(longs = {4, 5})
    void bytesThatAreNoRequestAreRefused(long seed) {
        var random = new Random(seed);
        var decent = ("PATCH /api/v1.0/users/" + alice.user().id() + "/?a=b HTTP/1.1\r\nHost: 127.0.0.1:" + port
                        + "\r\nConnection: close\r\nCookie: " + alice.cookies() + "\r\nX-CSRFToken: " + alice.csrf()
                        + "\r\nContent-Type: application/json\r\nContent-Length: 18\r\n\r\n{\"timezone\":\"UTC\"}")
                .getBytes(StandardCharsets.ISO_8859_1);
        for (int i = 0; i < 60; i++) {
            var bytes = decent.clone();
            for (int changes = 1 + random.nextInt(4); changes > 0; changes--) {
                bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
            }
            var answer = new Wire(port).send(bytes);
            assertThat(Wire.status(answer))
                    .as(new String(bytes, StandardCharsets.ISO_8859_1))
                    .isNotIn(500, 502);
        }
    }

    @Test
    void countsAndSizesAreBounded() {
        assertThat(status("X-Large: " + "x".repeat(100_000))).isEqualTo(400);
        var many = new ArrayList<String>();
        for (int i = 0; i < 300; i++) {
            many.add("X-Header-" + i + ": x");
        }
        assertThat(status(many.toArray(String[]::new))).isEqualTo(400);
        assertThat(Wire.status(new Wire(port).ask("GET /api/v1.0/rooms/?q=" + "x".repeat(100_000) + " HTTP/1.1")))
                .isEqualTo(400);
        assertThat(status("Cookie: a=" + "b".repeat(20_000))).isEqualTo(200);
        assertThat(Wire.status(new Wire(port).ask("GET /api/v1.0/rooms/?" + "a=b&".repeat(5000) + " HTTP/1.1")))
                .isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "authenticate/?silent=%zz",
                "callback/?state=%zz&code=%00",
                "logout-callback/?state=%",
                "config/?%%%"
            })
    void parametersThatAreNotEncodedAreNoFailure(String path) {
        assertThat(Wire.status(new Wire(port).ask("GET /api/v1.0/" + path + " HTTP/1.1")))
                .isIn(200, 302, 400);
    }

    @Test
    void aFailureOutsideTheHandlersIsAShortPage() {
        var answer = new Http(port).get("/__failure__");
        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.body()).contains("<title>Not Found</title>");
    }

    @Test
    void aBodyThatEndsEarlyIsRefused() {
        var answer = new Wire(port)
                .send(("PATCH /api/v1.0/users/" + alice.user().id() + "/ HTTP/1.1\r\nHost: 127.0.0.1:" + port
                                + "\r\nConnection: close\r\nCookie: " + alice.cookies() + "\r\nX-CSRFToken: "
                                + alice.csrf()
                                + "\r\nContent-Type: application/json\r\nContent-Length: 500\r\n\r\n{\"timezone\":")
                        .getBytes(StandardCharsets.ISO_8859_1));
        assertThat(Wire.status(answer)).isIn(0, 400);
    }

    private int status(String... headers) {
        return Wire.status(new Wire(port).ask("GET /api/v1.0/rooms/ HTTP/1.1", headers));
    }

    private void surprise(Random random, String path, String method, JsonNode operation, TreeSet<String> surprises) {
        var http = random.nextInt(4) == 0 ? new Http(port) : alice.http(port);
        var type = pick(random, TYPES);
        for (int i = random.nextInt(3); i > 0; i--) {
            header(http, pick(random, HEADERS), pick(random, TEXTS));
        }
        var address = filled(random, path) + "?" + query(random);
        var body = body(random, type);
        Http.Answer answer;
        try {
            answer = http.send(method.toUpperCase(Locale.ROOT), address, BodyPublishers.ofString(body), type);
        } catch (IllegalArgumentException e) {
            return; // the test's own client sends no such header
        }
        if (!operation.path("responses").has(String.valueOf(answer.status()))) {
            surprises.add(method + " " + path + " " + answer.status() + ", asked as " + address + " with " + type + " "
                    + body);
        }
    }

    private static void header(Http http, String name, String value) {
        if (value.chars().allMatch(it -> it >= ' ' && it < 127) && !name.equals("Cookie")) {
            http.with(name, value);
        }
    }

    private String filled(Random random, String path) {
        return path.replaceAll("\\{number}", String.valueOf(random.nextInt(5)))
                .replaceAll("\\{id}", random.nextInt(3) == 0 ? alice.user().id().toString() : segment(random));
    }

    /** A path segment that stays one: what is no such path is another test's business. */
    private static String segment(Random random) {
        var text = URLEncoder.encode(pick(random, TEXTS), StandardCharsets.UTF_8);
        boolean one = !text.isEmpty() && !text.contains(".") && !text.contains("+");
        return one && text.length() < 500 ? text.replace("$", "") : "x";
    }

    private static String query(Random random) {
        var names = List.of("page", "page_size", "q", "username", "format", "%00", "%zz");
        var query = new StringBuilder();
        for (int i = random.nextInt(3); i > 0; i--) {
            var name = names.get(random.nextInt(5));
            if (!name.equals("format")) {
                query.append(name)
                        .append('=')
                        .append(URLEncoder.encode(pick(random, TEXTS), StandardCharsets.UTF_8))
                        .append('&');
            }
        }
        return query.toString();
    }

    private static String body(Random random, String type) {
        if (random.nextInt(6) == 0) {
            return random.nextBoolean() ? "" : pick(random, VALUES);
        }
        var fields = new ArrayList<String>();
        boolean form = type.startsWith("multipart");
        for (int i = random.nextInt(5); i > 0; i--) {
            var name = pick(random, FIELDS);
            var value = pick(random, VALUES);
            fields.add(
                    form
                            ? "--b\r\nContent-Disposition: form-data; name=\"" + name + "\"\r\n\r\n" + value + "\r\n"
                            : "\"" + name + "\":" + value);
        }
        return form ? String.join("", fields) + "--b--\r\n" : "{" + String.join(",", fields) + "}";
    }

    private static <T> T pick(Random random, List<T> from) {
        return from.get(random.nextInt(from.size()));
    }
}
