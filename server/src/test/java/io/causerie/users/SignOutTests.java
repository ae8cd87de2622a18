package io.causerie.users;

import static io.causerie.users.TestBrowser.query;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** {@code logout/} and {@code logout-callback/}. */
class SignOutTests extends AtTestProvider {

    @BeforeEach
    void beSignedIn() {
        signIn();
        assertThat(me()).isEqualTo(200);
    }

    @Test
    void goesByTheProviderAndEndsTheSessionOnReturn() {
        var answer = browser.get("/api/v1.0/logout/");
        assertThat(answer.status()).isEqualTo(302);
        assertThat(answer.header("Location")).startsWith(PROVIDER.issuer() + "/logout?id_token_hint=");
        var query = query(answer.header("Location"));
        assertThat(query)
                .containsEntry("post_logout_redirect_uri", "http://127.0.0.1:" + port + "/api/v1.0/logout-callback/");
        assertThat(me()).isEqualTo(200);

        assertThat(browser.get("/api/v1.0/logout-callback/").header("Location")).isEqualTo("/bye");
        assertThat(me()).isEqualTo(200);
        assertThat(browser.get("/api/v1.0/logout-callback/?state=wrong").status())
                .isEqualTo(400);
        assertThat(me()).isEqualTo(200);

        var session = browser.cookie("sessionid");
        var back = browser.get("/api/v1.0/logout-callback/?state=" + query.get("state"));
        assertThat(back.header("Location")).isEqualTo("/bye");
        assertThat(browser.cookie("sessionid")).isNull();
        browser.cookie("sessionid", session);
        assertThat(me()).isEqualTo(401);
    }

    @Test
    void whoLeavesTheProvidersPageIsSignedOutAfterAWhile() {
        browser.get("/api/v1.0/logout/");
        assertThat(jdbc.sql(
                                "select count(*) from causerie.session where key_hash = :key and expires_at < now() + interval '6 minutes'")
                        .param("key", new SessionKey(browser.cookie("sessionid")).hash())
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void aSessionWithoutIdTokenEndsAtOnce() {
        var alice = users.alice();
        var answer = alice.http(port).get("/api/v1.0/logout/");
        assertThat(answer.header("Location")).isEqualTo("/bye");
        assertThat(answer.header("Set-Cookie")).startsWith("sessionid=\"\"").contains("Max-Age=0");
        assertThat(alice.http(port).get("/api/v1.0/users/me/").status()).isEqualTo(401);
    }

    @Test
    void anonymousBrowsersAreSentOn() {
        var stranger = new TestBrowser(port);
        assertThat(stranger.get("/api/v1.0/logout/").header("Location")).isEqualTo("/bye");
        assertThat(stranger.get("/api/v1.0/logout-callback/?state=x").header("Location"))
                .isEqualTo("/bye");
    }

    @Test
    void aFormNeedsTheCsrfToken() {
        assertThat(browser.post("/api/v1.0/logout/", "").status()).isEqualTo(302);
        browser.cookie("csrftoken", "short");
        assertThat(browser.post("/api/v1.0/logout/", "").status()).isEqualTo(403);
    }

    @Test
    void aStateOfSignOutSignsNobodyIn() {
        var state = query(browser.get("/api/v1.0/logout/").header("Location")).get("state");
        assertThat(browser.get("/api/v1.0/callback/?code=c&state=" + state).status())
                .isEqualTo(400);
    }
}
