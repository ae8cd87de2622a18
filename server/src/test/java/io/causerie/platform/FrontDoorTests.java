package io.causerie.platform;

import static org.assertj.core.api.Assertions.assertThat;

import io.causerie.Http;
import io.causerie.ProductionTest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Contract 01, section 10, in the production family. */
@ProductionTest
class FrontDoorTests {

    private static final String CONFIG = "/api/v1.0/config/";

    @LocalServerPort
    int port;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "meet.example.org",
                "MEET.example.org:8443",
                "meet.example.org.",
                "apps.example.org",
                "a.b.apps.example.org",
                "127.0.0.1"
            })
    void answersTheHostsThatAreAllowed(String host) {
        assertThat(raw("GET", CONFIG, "Host: " + host, "X-Forwarded-Proto: https"))
                .startsWith("HTTP/1.1 200");
    }

    @ParameterizedTest
    @ValueSource(strings = {"evil.example", "xmeet.example.org", "evilapps.example.org", "localhost", "10.0.0.1"})
    void refusesEveryOtherHost(String host) {
        for (var path : new String[] {CONFIG, "/__heartbeat__", "/__lbheartbeat__", "/"}) {
            var answer = raw("GET", path, "Host: " + host, "X-Forwarded-Proto: https");
            assertThat(answer).startsWith("HTTP/1.1 400").contains("<title>Bad Request (400)</title>");
        }
        assertThat(raw("GET", CONFIG, "Host: " + host)).startsWith("HTTP/1.1 400");
    }

    @Test
    void forwardedHostsAndPortsCountForNothing() {
        var answer = raw(
                "GET",
                CONFIG.replaceFirst("/$", ""),
                "Host: evil.example",
                "X-Forwarded-Host: meet.example.org",
                "X-Forwarded-Proto: https");
        assertThat(answer).startsWith("HTTP/1.1 400");
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET", "POST", "DELETE", "OPTIONS"})
    void sendsPlainHttpToHttpsWhateverTheMethod(String method) {
        var answer = raw(method, "/api/v1.0/rooms/x?a=%20b", "Host: meet.example.org:8080");
        assertThat(answer)
                .startsWith("HTTP/1.1 301")
                .containsIgnoringCase("\r\nlocation: https://meet.example.org:8080/api/v1.0/rooms/x?a=%20b\r\n")
                .doesNotContainIgnoringCase("\r\nvary:")
                .doesNotContainIgnoringCase("x-frame-options")
                .doesNotContainIgnoringCase("strict-transport");
    }

    @ParameterizedTest
    @ValueSource(strings = {"HTTPS", "http", "http, https", "on"})
    void onlyThatOneWordMeansHttps(String proto) {
        assertThat(raw("GET", CONFIG, "Host: meet.example.org", "X-Forwarded-Proto: " + proto))
                .startsWith("HTTP/1.1 301");
    }

    @Test
    void theFirstOfSeveralProxiesDecides() {
        assertThat(raw("GET", CONFIG, "Host: meet.example.org", "X-Forwarded-Proto: https, http"))
                .startsWith("HTTP/1.1 200");
    }

    @Test
    void heartbeatsNeedNoHttps() {
        assertThat(http().get("/__heartbeat__").status()).isEqualTo(200);
        assertThat(http().get("/__lbheartbeat__").status()).isEqualTo(200);
        assertThat(http().get("/__lbheartbeat__").header("Strict-Transport-Security"))
                .isNull();
    }

    @Test
    void theRecorderOnTheSameMachineNeedsNoHttps() {
        assertThat(http().get("/api/v1.0/recorder/page/").status()).isNotEqualTo(301);
        assertThat(http().with("X-Forwarded-For", "192.0.2.1")
                        .get("/api/v1.0/recorder/page/")
                        .status())
                .isEqualTo(301);
    }

    @Test
    void answersOverHttpsHaveTheHeadersOfTheContract() {
        var answer = secure().get(CONFIG);
        assertThat(answer.header("Strict-Transport-Security")).isEqualTo("max-age=60; includeSubDomains; preload");
        assertThat(answer.header("X-Frame-Options")).isEqualTo("DENY");
        assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(answer.header("Referrer-Policy")).isEqualTo("same-origin");
        assertThat(answer.header("Cross-Origin-Opener-Policy")).isEqualTo("same-origin");
        assertThat(answer.header("Vary")).startsWith("origin, Accept-Language");
        assertThat(answer.header("Content-Security-Policy")).isNull();
        assertThat(answer.header("X-XSS-Protection")).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://friend.example", "https://a.friends.example"})
    void friendsMayReadAnswers(String origin) {
        var answer = secure().with("Origin", origin).get(CONFIG);
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("Access-Control-Allow-Origin")).isEqualTo(origin);
        assertThat(answer.header("Access-Control-Allow-Credentials")).isEqualTo("true");
        assertThat(answer.header("Access-Control-Expose-Headers")).isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://stranger.example",
                "http://friend.example",
                "https://friend.example.evil",
                "https://a.friends.example.evil",
                "null"
            })
    void strangersGetTheNormalAnswer(String origin) {
        var answer = secure().with("Origin", origin).get(CONFIG);
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("Access-Control-Allow-Origin")).isNull();
        assertThat(answer.header("Access-Control-Allow-Credentials")).isNull();
    }

    @Test
    void preflightsAreAnsweredBeforeTheHostAndTheCaller() {
        var answer = raw(
                "OPTIONS",
                "/api/v1.0/users/me/",
                "Host: evil.example",
                "X-Forwarded-Proto: https",
                "Origin: https://friend.example",
                "Access-Control-Request-Method: PUT");
        assertThat(answer.toLowerCase(Locale.ROOT))
                .startsWith("http/1.1 200")
                .contains("access-control-allow-origin: https://friend.example")
                .contains(
                        "access-control-allow-headers: accept, authorization, content-type, user-agent, x-csrftoken, x-requested-with")
                .contains("access-control-allow-methods: delete, get, options, patch, post, put")
                .contains("access-control-max-age: 86400")
                .endsWith("\r\n\r\n");
    }

    @Test
    void aStrangersPreflightIsAnsweredWithoutPermission() {
        var answer = secure().with("Origin", "https://stranger.example")
                .with("Access-Control-Request-Method", "GET")
                .send("OPTIONS", CONFIG, BodyPublishers.noBody(), null);
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("Access-Control-Allow-Origin")).isNull();
        assertThat(answer.header("Access-Control-Allow-Methods")).isNull();
    }

    @Test
    void generatedAddressesAreOfTheHostAndTheScheme() {
        var answer = raw("GET", "/api/v1.0/config?x=%2F", "Host: meet.example.org", "X-Forwarded-Proto: https");
        assertThat(answer).startsWith("HTTP/1.1 301").containsIgnoringCase("location: /api/v1.0/config/?x=%2F");
    }

    private Http http() {
        return new Http(port);
    }

    private Http secure() {
        return http().with("X-Forwarded-Proto", "https");
    }

    /** A request with a {@code Host} of its own, which the JDK's client does not allow. */
    private String raw(String method, String path, String... headers) {
        var text = method + " " + path + " HTTP/1.1\r\nConnection: close\r\n" + String.join("\r\n", headers)
                + "\r\nContent-Length: 0\r\n\r\n";
        try (var socket = new Socket("127.0.0.1", port)) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(Arrays.toString(headers), e);
        }
    }
}
