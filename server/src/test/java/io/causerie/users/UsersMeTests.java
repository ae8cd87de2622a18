package io.causerie.users;

import static org.assertj.core.api.Assertions.assertThat;

import io.causerie.ApplicationTest;
import io.causerie.Http;
import io.causerie.Statements;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/** {@code GET /api/v1.0/users/me/}. */
@ApplicationTest
@Import(Statements.class)
class UsersMeTests {

    @LocalServerPort
    int port;

    @Autowired
    TestUsers users;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Statements statements;

    private final HttpClient http = HttpClient.newHttpClient();

    @Test
    void tellsTheCallerAboutThemselves() throws Exception {
        var alice = users.alice();
        var answer = send(alice.on(request()));
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/json");
        assertThat(answer.headers().map()).doesNotContainKey("set-cookie");
        assertThat(answer.body())
                .isEqualTo("{\"id\":\"" + alice.user().id() + "\",\"email\":\""
                        + alice.user().email()
                        + "\",\"full_name\":\"Alice Martin\",\"short_name\":\"Alice\",\"timezone\":\"UTC\",\"language\":\"en-us\","
                        + "\"default_room_access_level\":null,\"default_room_configuration\":{}}");
    }

    @Test
    void costsOneStatementAndNothingForAnonymousCallers() {
        var alice = users.alice();
        assertThat(statements.during(() -> alice.http(port).get("/api/v1.0/users/me/")))
                .hasSize(1);
        assertThat(statements.during(() -> new Http(port).get("/api/v1.0/users/me/")))
                .isEmpty();
        var forged = new Http(port).with("Cookie", "sessionid=no key of ours");
        assertThat(statements.during(() -> forged.get("/api/v1.0/users/me/"))).isEmpty();
    }

    @Test
    void anonymousCallersAreToldToSignIn() throws Exception {
        var answer = send(request());
        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.headers().firstValue("WWW-Authenticate")).contains("Session");
        assertThat(answer.body()).isEqualTo("{\"detail\":\"Authentication credentials were not provided.\"}");
        assertThat(answer.headers().map()).doesNotContainKey("set-cookie");
    }

    @Test
    void anUnknownSessionCookieIsDeleted() throws Exception {
        var answer = send(request().header("Cookie", "sessionid=" + "a".repeat(32)));
        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.headers().allValues("Set-Cookie"))
                .containsExactly(
                        "sessionid=\"\"; expires=Thu, 01 Jan 1970 00:00:00 GMT; Max-Age=0; Path=/; SameSite=Lax");
    }

    @Test
    void anExpiredSessionCountsAsUnknown() throws Exception {
        var alice = users.alice();
        jdbc.sql("update causerie.session set expires_at = now() - interval '1 second' where user_id = :id")
                .param("id", alice.user().id())
                .update();
        var answer = send(alice.on(request()));
        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.headers().firstValue("Set-Cookie").orElse("")).contains("Max-Age=0");
    }

    @Test
    void aChangedPasswordEndsTheSession() throws Exception {
        var alice = users.alice();
        jdbc.sql("update public.meet_user set password = '!changed' where id = :id")
                .param("id", alice.user().id())
                .update();
        assertThat(send(alice.on(request())).statusCode()).isEqualTo(401);
    }

    @Test
    void inactiveUsersCountAsNobodyAndKeepTheirCookie() throws Exception {
        var alice = users.alice();
        users.deactivate(alice.user());
        var answer = send(alice.on(request()));
        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.headers().map()).doesNotContainKey("set-cookie");
    }

    private HttpRequest.Builder request() {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/api/v1.0/users/me/"));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return http.send(request.build(), BodyHandlers.ofString());
    }
}
