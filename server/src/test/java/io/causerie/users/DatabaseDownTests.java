package io.causerie.users;

import static org.assertj.core.api.Assertions.assertThat;

import io.causerie.ApplicationTest;
import io.causerie.Http;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestPropertySource;

/** A database that does not answer is told as such: nobody is signed out by it (contract 01, section 8.1). */
@ApplicationTest
@TestPropertySource(
        properties = {
            "spring.datasource.hikari.connection-timeout=500",
            "OIDC_OP_AUTHORIZATION_ENDPOINT=http://127.0.0.1:9/authorize"
        })
class DatabaseDownTests {

    @LocalServerPort
    int port;

    @Autowired
    TestUsers users;

    @Value("${spring.datasource.url}")
    String url;

    @Test
    void whoIsSignedInStaysSo() throws SQLException {
        var alice = users.alice();
        var http = alice.http(port);
        assertThat(http.get("/api/v1.0/users/me/").status()).isEqualTo(200);
        connections(false);
        try {
            for (var path : new String[] {
                "users/me/",
                "users/",
                "authenticate/",
                "callback/?code=c&state=s",
                "logout/",
                "logout-callback/?state=s"
            }) {
                var answer = http.get("/api/v1.0/" + path);
                assertThat(answer.status()).as(path).isEqualTo(503);
                assertThat(answer.response().headers().map()).as(path).doesNotContainKey("set-cookie");
            }
            assertThat(http.patch("/api/v1.0/users/" + alice.user().id() + "/", "{}")
                            .status())
                    .isEqualTo(503);
            assertThat(new Http(port).get("/api/v1.0/users/me/").status()).isEqualTo(401);
            assertThat(new Http(port).get("/api/v1.0/authenticate/").status()).isEqualTo(503);
        } finally {
            connections(true);
        }
        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .until(() -> http.get("/api/v1.0/users/me/").status() == 200);
    }

    private void connections(boolean allowed) throws SQLException {
        int name = url.lastIndexOf('/') + 1;
        int end = url.indexOf('?', name);
        var database = end < 0 ? url.substring(name) : url.substring(name, end);
        try (var connection = DriverManager.getConnection(url.substring(0, name) + "postgres", "postgres", "");
                var statement = connection.createStatement()) {
            statement.execute("alter database " + database + " allow_connections " + allowed);
            if (!allowed) {
                statement.execute(
                        "select pg_terminate_backend(pid) from pg_stat_activity where datname = '" + database + "'");
            }
        }
    }
}
