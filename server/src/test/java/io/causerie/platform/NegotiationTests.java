package io.causerie.platform;

import static org.assertj.core.api.Assertions.assertThat;

import io.causerie.ApplicationTest;
import io.causerie.Http;
import io.causerie.users.TestUsers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What {@code Accept} may ask for, and the form of answers (contract 01, section 4). */
@ApplicationTest
class NegotiationTests {

    @LocalServerPort
    int port;

    @Autowired
    TestUsers users;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "*/*",
                "application/json",
                "application/*",
                "APPLICATION/JSON",
                "text/html, application/json;q=0.1",
                "text/html,application/xhtml+xml,*/*;q=0.8",
                "application/json; indent=4"
            })
    void jsonIsWhatEverybodyGets(String accept) {
        var answer = users.alice().http(port).with("Accept", accept).get("/api/v1.0/users/me/");
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("Content-Type")).isEqualTo("application/json");
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/html", "application/xml", "application/problem+json", "text/*", "nonsense", "/"})
    void whatElseIsNotAcceptable(String accept) {
        var answer = new Http(port).with("Accept", accept).get("/api/v1.0/users/me/");
        assertThat(answer.status()).isEqualTo(406);
        assertThat(answer.header("Content-Type")).isEqualTo("application/json");
        assertThat(answer.body()).isEqualTo("{\"detail\":\"Could not satisfy the request Accept header.\"}");
    }

    @Test
    void nothingIsDoneForAnAnswerNobodyCanRead() {
        var alice = users.alice();
        var answer = alice.http(port).with("Accept", "text/html").post("/api/v1.0/rooms/", "{\"name\":\"Unread\"}");
        assertThat(answer.status()).isEqualTo(406);
        assertThat(alice.http(port).get("/api/v1.0/rooms/").json().path("count").asInt())
                .isZero();
    }

    @Test
    void textIsNotEscaped() {
        var alice = users.alice();
        var answer = alice.http(port).post("/api/v1.0/rooms/", "{\"name\":\"Réunion 日本\"}");
        assertThat(answer.status()).isEqualTo(201);
        assertThat(answer.body()).contains("\"name\":\"Réunion 日本\"");
    }
}
