package io.causerie.platform;

import static org.assertj.core.api.Assertions.assertThat;

import io.causerie.ApplicationTest;
import io.causerie.Http;
import io.causerie.users.TestUsers;
import java.net.http.HttpRequest.BodyPublishers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Methods a path does not offer, {@code OPTIONS} and {@code HEAD} (contract 01, sections 1.2, 2, 4 and 7.1). */
@ApplicationTest
class MethodsTests {

    private static final String ID = "5b0c7f1e-2f0e-4c1b-9a55-0f6f3b3e9d21";

    @LocalServerPort
    int port;

    @Autowired
    TestUsers users;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "DELETE | users/ | GET, HEAD, OPTIONS",
                "POST | users/ | GET, HEAD, OPTIONS",
                "PUT | users/me/ | GET, HEAD, OPTIONS",
                "PATCH | users/me/ | GET, HEAD, OPTIONS",
                "GET | users/ID/ | PUT, PATCH, OPTIONS",
                "HEAD | users/ID/ | PUT, PATCH, OPTIONS",
                "DELETE | users/ID/ | PUT, PATCH, OPTIONS",
                "DELETE | rooms/ | GET, POST, HEAD, OPTIONS",
                "POST | rooms/x/ | GET, PUT, PATCH, DELETE, HEAD, OPTIONS",
                "GET | rooms/x/start-recording/ | POST, OPTIONS",
                "GET | rooms/x/stop-recording/ | POST, OPTIONS",
                "POST | recordings/ | GET, HEAD, OPTIONS",
                "PUT | recordings/ID/ | GET, DELETE, HEAD, OPTIONS",
                "DELETE | recordings/media-auth/ | GET, HEAD, OPTIONS",
            })
    void whoMustSignInIsToldSoBeforeTheMethod(String method, String path, String allow) {
        var full = "/api/v1.0/" + path.replace("ID", ID);
        var stranger = new Http(port).send(method, full, BodyPublishers.noBody(), null);
        assertThat(stranger.status()).isEqualTo(401);
        assertThat(stranger.header("WWW-Authenticate")).isEqualTo("Session");
        var alice = users.alice().http(port).send(method, full, BodyPublishers.noBody(), null);
        assertThat(alice.status()).isEqualTo(405);
        assertThat(alice.header("Allow")).isEqualTo(allow);
        assertThat(alice.header("Content-Type")).isEqualTo("application/json");
        if (!method.equals("HEAD")) {
            assertThat(alice.body()).isEqualTo("{\"detail\":\"Method \\\"" + method + "\\\" not allowed.\"}");
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "POST | config/ | GET, OPTIONS",
                "HEAD | config/ | GET, OPTIONS",
                "DELETE | rooms/webhooks-livekit/ | POST, OPTIONS",
                "GET | rooms/webhooks-livekit/ | POST, OPTIONS",
            })
    void whereAnybodyMayComeTheMethodIsToldAtOnce(String method, String path, String allow) {
        var answer = new Http(port).send(method, "/api/v1.0/" + path, BodyPublishers.noBody(), null);
        assertThat(answer.status()).isEqualTo(405);
        assertThat(answer.header("Allow")).isEqualTo(allow);
    }

    @Test
    void aCsrfFailureComesBeforeTheMethod() {
        var alice = users.alice();
        var answer =
                new Http(port).with("Cookie", "sessionid=" + alice.session()).delete("/api/v1.0/users/");
        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.body()).isEqualTo("{\"detail\":\"CSRF Failed: CSRF cookie not set.\"}");
    }

    @Test
    void aHooksTokenIsAskedBeforeTheMethod() {
        var answer = new Http(port).get("/api/v1.0/recordings/storage-hook/");
        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.header("WWW-Authenticate")).isEqualTo("Bearer realm='Storage event API'");
    }

    @Test
    void optionsDescribeThePathToThoseWhoMayComeIn() {
        var answer = options(new Http(port), "rooms/");
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("Allow")).isEqualTo("GET, POST, HEAD, OPTIONS");
        assertThat(answer.body())
                .isEqualTo("{\"name\":\"Rooms\",\"description\":\"\",\"renders\":[\"application/json\"],"
                        + "\"parses\":[\"application/json\",\"multipart/form-data\"]}");
        assertThat(options(new Http(port), "users/me/").status()).isEqualTo(401);
        assertThat(options(new Http(port), "rooms/x/start-recording/").status()).isEqualTo(401);
        assertThat(options(users.alice().http(port), "users/me/").status()).isEqualTo(200);
        assertThat(options(users.alice().http(port), "rooms/x/start-recording/").status())
                .isEqualTo(200);
    }

    @Test
    void headAnswersAsGetWithoutABody() {
        var alice = users.alice().http(port);
        var head = alice.send("HEAD", "/api/v1.0/users/me/", BodyPublishers.noBody(), null);
        assertThat(head.status()).isEqualTo(200);
        assertThat(head.header("Content-Type")).isEqualTo("application/json");
        assertThat(head.body()).isEmpty();
        assertThat(new Http(port)
                        .send("HEAD", "/api/v1.0/rooms/", BodyPublishers.noBody(), null)
                        .status())
                .isEqualTo(200);
    }

    @Test
    void everyAnswerOfAPathTellsItsMethods() {
        assertThat(new Http(port).get("/api/v1.0/users/me/").header("Allow")).isEqualTo("GET, HEAD, OPTIONS");
        assertThat(users.alice().http(port).get("/api/v1.0/rooms/").header("Allow"))
                .isEqualTo("GET, POST, HEAD, OPTIONS");
        assertThat(users.alice().http(port).post("/api/v1.0/rooms/", "{").header("Allow"))
                .isEqualTo("GET, POST, HEAD, OPTIONS");
    }

    @Test
    void aMethodNobodyKnowsIsNotAllowed() {
        var answer = users.alice().http(port).send("BREW", "/api/v1.0/users/me/", BodyPublishers.noBody(), null);
        assertThat(answer.status()).isEqualTo(405);
    }

    private static Http.Answer options(Http http, String path) {
        return http.send("OPTIONS", "/api/v1.0/" + path, BodyPublishers.noBody(), null);
    }
}
