package io.causerie.platform;

import static org.assertj.core.api.Assertions.assertThat;

import io.causerie.ApplicationTest;
import io.causerie.Http;
import io.causerie.Wire;
import io.causerie.users.TestUsers;
import java.net.http.HttpRequest.BodyPublishers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Spellings of a path (contract 01, sections 1.1 to 1.3). */
@ApplicationTest
class PathsTests {

    @LocalServerPort
    int port;

    @Autowired
    TestUsers users;

    @ParameterizedTest
    @ValueSource(strings = {"GET", "POST", "PUT", "PATCH", "DELETE"})
    void aPathWithoutItsSlashIsRedirectedWhateverTheMethod(String method) {
        var answer = new Http(port).send(method, "/api/v1.0/users/me?a=%20b&c", BodyPublishers.noBody(), null);
        assertThat(answer.status()).isEqualTo(301);
        assertThat(answer.header("Location")).isEqualTo("/api/v1.0/users/me/?a=%20b&c");
        assertThat(answer.header("Content-Type")).isEqualToIgnoringCase("text/html;charset=utf-8");
        assertThat(answer.body()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/v1.0/nothing",
                "/api/v1.0/nothing/",
                "/api/v1.0/users/me//",
                "/api/v1.0//users/me/",
                "//api/v1.0/users/me/",
                "//example.org/api/v1.0/users/me",
                "/api/v1.0/users/me;a=b/",
                "/api/v1.0/users/me;a=b",
                "/api/v1.0/users/a.b.c/",
                "/api/v1.0/users/me.XML",
                "/api/v1.0/diagnostics/",
                "/api/",
                "/external-api/v1.0/rooms/",
            })
    void whatIsNoPathIsAPageNotFound(String path) {
        var answer = new Wire(port).ask("GET " + path + " HTTP/1.1");
        assertThat(Wire.status(answer)).isEqualTo(404);
        assertThat(Wire.header(answer, "Location")).isNull();
        assertThat(Wire.header(answer, "Content-Type")).startsWithIgnoringCase("text/html");
        assertThat(answer).contains("<title>Not Found</title>");
    }

    @Test
    void aPathCanBeAskedForWithTheSuffixJson() {
        var alice = users.alice();
        var plain = alice.http(port).get("/api/v1.0/users/me/");
        assertThat(plain.status()).isEqualTo(200);
        assertThat(alice.http(port).get("/api/v1.0/users/me.json").body()).isEqualTo(plain.body());
        assertThat(alice.http(port).get("/api/v1.0/users/me.json/").body()).isEqualTo(plain.body());
        assertThat(alice.http(port).get("/api/v1.0/users/me/?format=json").body())
                .isEqualTo(plain.body());
        assertThat(alice.http(port).get("/api/v1.0/rooms.json").status()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/v1.0/users/me.xml",
                "/api/v1.0/users/me.api/",
                "/api/v1.0/users/me/?format=api",
                "/api/v1.0/users/me/?format=JSON",
                "/api/v1.0/rooms/some-room.html",
                "/api/v1.0/recordings/x.mp4"
            })
    void anotherFormatIsNotFoundBeforeAnybodyIsAskedWhoTheyAre(String path) {
        var answer = new Http(port).get(path);
        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.body()).isEqualTo("{\"detail\":\"Not found.\"}");
    }

    @Test
    void theRootTellsWhereTheListsAre() {
        var base = "http://127.0.0.1:" + port + "/api/v1.0/";
        var answer = new Http(port).get("/api/v1.0/");
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body())
                .startsWith("{\"users\":\"" + base + "users/\",\"rooms\":\"" + base + "rooms/\",\"recordings\":\""
                        + base + "recordings/\"");
        assertThat(new Http(port).get("/api/v1.0").header("Location")).isEqualTo("/api/v1.0/");
    }

    @ParameterizedTest
    @CsvSource({"/__heartbeat__", "/__heartbeat__/", "/__lbheartbeat__", "/__lbheartbeat__/"})
    void heartbeatsHaveBothSpellingsAndAnyMethod(String path) {
        for (var method : new String[] {"GET", "POST", "OPTIONS", "HEAD", "DELETE"}) {
            assertThat(new Http(port)
                            .send(method, path, BodyPublishers.noBody(), null)
                            .status())
                    .isEqualTo(200);
        }
    }
}
