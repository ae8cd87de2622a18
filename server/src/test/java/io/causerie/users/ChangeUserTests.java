package io.causerie.users;

import static org.assertj.core.api.Assertions.assertThat;

import io.causerie.ApplicationTest;
import io.causerie.Http;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** {@code PUT} and {@code PATCH /api/v1.0/users/{id}/}, and {@code GET /api/v1.0/users/}. */
@ApplicationTest
class ChangeUserTests {

    @LocalServerPort
    int port;

    @Autowired
    TestUsers users;

    @Test
    void changesWhatWasSentAndNothingElse() {
        var alice = users.alice();
        var answer = alice.http(port)
                .put(
                        path(alice),
                        "{\"timezone\":\"Asia/Calcutta\",\"language\":\"fr-fr\",\"email\":\"x@y.z\",\"foo\":1}");
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json().path("timezone").asString()).isEqualTo("Asia/Calcutta");
        assertThat(answer.json().path("language").asString()).isEqualTo("fr-fr");
        assertThat(answer.json().path("email").asString())
                .isEqualTo(alice.user().email());
        alice.http(port)
                .patch(
                        path(alice),
                        "{\"default_room_access_level\":\"trusted\",\"default_room_configuration\":{\"everyone_can_mute\":\"yes\"}}");
        var me = alice.http(port).get("/api/v1.0/users/me/").json();
        assertThat(me.path("timezone").asString()).isEqualTo("Asia/Calcutta");
        assertThat(me.path("default_room_access_level").asString()).isEqualTo("trusted");
        assertThat(me.path("default_room_configuration").toString()).isEqualTo("{\"everyone_can_mute\":\"yes\"}");
        assertThat(alice.http(port)
                        .patch(path(alice), "{\"default_room_access_level\":null,\"default_room_configuration\":{}}")
                        .json()
                        .path("default_room_access_level")
                        .isNull())
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"US/Eastern", "GMT", "Zulu", "EST5EDT", "EST", "GMT+0", "Europe/Paris"})
    void keepsTimeZonesVerbatim(String zone) {
        var alice = users.alice();
        assertThat(alice.http(port)
                        .patch(path(alice), "{\"timezone\":\"" + zone + "\"}")
                        .json()
                        .path("timezone")
                        .asString())
                .isEqualTo(zone);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{} | {\"timezone\":[\"This field is required.\"]}",
                "{\"timezone\":null} | {\"timezone\":[\"This field may not be null.\"]}",
                "{\"timezone\":\"\"} | {\"timezone\":[\"This field may not be blank.\"]}",
                "{\"timezone\":\"europe/paris\"} | {\"timezone\":[\"A valid timezone is required.\"]}",
                "{\"timezone\":\" UTC\"} | {\"timezone\":[\"A valid timezone is required.\"]}",
                "{\"timezone\":\"posix/UTC\"} | {\"timezone\":[\"A valid timezone is required.\"]}",
                "{\"timezone\":\"Factory\"} | {\"timezone\":[\"A valid timezone is required.\"]}",
                "{\"timezone\":\"../etc/passwd\"} | {\"timezone\":[\"A valid timezone is required.\"]}",
                "{\"timezone\":\"UTC\",\"language\":\"fr\"} | {\"language\":[\"\\\"fr\\\" is not a valid choice.\"]}",
                "{\"timezone\":\"UTC\",\"language\":null} | {\"language\":[\"This field may not be null.\"]}",
                "{\"timezone\":\"UTC\",\"default_room_access_level\":\"x\"} | {\"default_room_access_level\":[\"\\\"x\\\" is not a valid choice.\"]}",
                "{\"timezone\":\"UTC\",\"default_room_configuration\":null} | {\"default_room_configuration\":[\"This field may not be null.\"]}",
                "{\"timezone\":\"UTC\",\"default_room_configuration\":{\"colour\":\"blue\"}} | {\"default_room_configuration\":[{\"type\":\"extra_forbidden\",\"loc\":[\"colour\"],\"msg\":\"Extra inputs are not permitted\",\"input\":\"blue\",\"url\":\"https://errors.pydantic.dev/2.13/v/extra_forbidden\"}]}",
            })
    void refusesWhatIsNoPreference(String body, String expected) {
        var alice = users.alice();
        var answer = alice.http(port).put(path(alice), body);
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.body()).isEqualTo(expected);
    }

    @Test
    void nobodyChangesSomebodyElse() {
        var alice = users.alice();
        var bob = users.bob();
        var answer = alice.http(port).put(path(bob), "not even json");
        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.body()).contains("You do not have permission to perform this action.");
        assertThat(alice.http(port)
                        .put("/api/v1.0/users/" + UUID.randomUUID() + "/", "{}")
                        .body())
                .isEqualTo("{\"detail\":\"No User matches the given query.\"}");
        assertThat(alice.http(port).put("/api/v1.0/users/x/", "{}").body()).isEqualTo("{\"detail\":\"Not found.\"}");
        assertThat(new Http(port).put(path(bob), "{}").status()).isEqualTo(401);
    }

    @Test
    void otherMethodsAreRefusedAfterAskingWhoCalls() {
        var alice = users.alice();
        assertThat(alice.http(port).get(path(alice)).status()).isEqualTo(405);
        assertThat(alice.http(port).delete(path(alice)).body())
                .isEqualTo("{\"detail\":\"Method \\\"DELETE\\\" not allowed.\"}");
        assertThat(alice.http(port).put("/api/v1.0/users/me/", "{}").status()).isEqualTo(405);
        assertThat(alice.http(port).post("/api/v1.0/users/", "{}").status()).isEqualTo(405);
        var anonymous = new Http(port);
        assertThat(anonymous.get(path(alice)).status()).isEqualTo(401);
        assertThat(anonymous.delete("/api/v1.0/users/").status()).isEqualTo(401);
        assertThat(anonymous.put("/api/v1.0/users/me/", "{}").status()).isEqualTo(401);
    }

    @Test
    void listsNobodyUnlessTheOperatorAllowsIt() {
        var alice = users.alice();
        assertThat(alice.http(port).get("/api/v1.0/users/?q=alice").body())
                .isEqualTo("{\"count\":0,\"next\":null,\"previous\":null,\"results\":[]}");
        assertThat(new Http(port).get("/api/v1.0/users/").status()).isEqualTo(401);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "-     | -                                | CSRF cookie not set.",
                "short | -                                | CSRF cookie has incorrect length.",
                "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa! | - | CSRF cookie has invalid characters.",
                "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa | - | CSRF token missing.",
                "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa | x | CSRF token from the 'X-Csrftoken' HTTP header has incorrect length.",
                "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa | baaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa | CSRF token from the 'X-Csrftoken' HTTP header incorrect.",
            })
    void unsafeRequestsNeedTheCsrfToken(String cookie, String token, String reason) {
        var alice = users.alice();
        var http = new Http(port)
                .with("Cookie", "sessionid=" + alice.session() + (cookie == null ? "" : "; csrftoken=" + cookie));
        if (token != null) {
            http.with("X-CSRFToken", token);
        }
        var answer = http.put(path(alice), "{}");
        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.body()).isEqualTo("{\"detail\":\"CSRF Failed: " + reason + "\"}");
    }

    @Test
    void aMaskedTokenIsAsGood() {
        var alice = users.alice();
        var http = new Http(port)
                .with("Cookie", "sessionid=" + alice.session() + "; csrftoken=" + "b".repeat(32))
                .with("X-CSRFToken", "c".repeat(32) + "d".repeat(32));
        assertThat(http.put(path(alice), "{\"timezone\":\"UTC\"}").status()).isEqualTo(200);
    }

    @Test
    void anotherSitesOriginIsRefused() {
        var alice = users.alice();
        var answer = alice.http(port).with("Origin", "https://evil.example").put(path(alice), "{}");
        assertThat(answer.body())
                .isEqualTo(
                        "{\"detail\":\"CSRF Failed: Origin checking failed - https://evil.example does not match any trusted origins.\"}");
        assertThat(alice.http(port)
                        .with("Origin", "http://127.0.0.1:" + port)
                        .put(path(alice), "{\"timezone\":\"UTC\"}")
                        .status())
                .isEqualTo(200);
    }

    @Test
    void multipartBodiesAreReadAsWell() {
        var alice = users.alice();
        var body = "--b\r\nContent-Disposition: form-data; name=\"timezone\"\r\n\r\nUTC\r\n--b--\r\n";
        assertThat(alice.http(port)
                        .send("PUT", path(alice), BodyPublishers.ofString(body), "multipart/form-data; boundary=b")
                        .status())
                .isEqualTo(200);
    }

    private static String path(SignedIn person) {
        return "/api/v1.0/users/" + person.user().id() + "/";
    }
}
