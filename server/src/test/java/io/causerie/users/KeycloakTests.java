package io.causerie.users;

import static io.causerie.users.TestBrowser.query;
import static org.assertj.core.api.Assertions.assertThat;

import io.causerie.ApplicationTest;
import io.causerie.Http.Answer;
import java.net.URI;
import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** Sign-in and sign-out with an identity provider that no one here wrote. */
@ApplicationTest
class KeycloakTests {

    private static final KeycloakServer KEYCLOAK = new KeycloakServer();

    @DynamicPropertySource
    static void provider(DynamicPropertyRegistry registry) {
        KEYCLOAK.describe(registry);
    }

    @AfterAll
    static void stop() {
        KEYCLOAK.close();
    }

    @LocalServerPort
    int port;

    private TestBrowser browser;
    private KeycloakBrowser pages;

    @BeforeEach
    void open() {
        KEYCLOAK.ready();
        browser = new TestBrowser(port);
        pages = new KeycloakBrowser();
    }

    @Test
    void signsAPersonIn() {
        var arrived = signIn("?returnTo=/room");
        assertThat(arrived.status()).isEqualTo(302);
        assertThat(arrived.header("Location")).isEqualTo("/room");
        var me = browser.get("/api/v1.0/users/me/").json();
        assertThat(me.path("email").asString()).isEqualTo("ada@example.org");
        assertThat(me.path("short_name").asString()).isEqualTo("Ada");
    }

    @Test
    void signsInSilentlyWhoIsSignedInThereAndSendsOthersBack() {
        var stranger = pages.sentOn(begin("?silent=true&returnTo=/page"));
        assertThat(query(stranger)).containsEntry("error", "login_required");
        assertThat(arrive(stranger).header("Location")).isEqualTo("/page");
        assertThat(me()).isEqualTo(401);

        signIn("");
        browser = new TestBrowser(port);
        var known = pages.sentOn(begin("?silent=true&returnTo=/page"));
        assertThat(arrive(known).header("Location")).isEqualTo("/page");
        assertThat(me()).isEqualTo(200);
    }

    @Test
    void signsOutHereAndThere() {
        signIn("");
        var there = browser.get("/api/v1.0/logout/").header("Location");
        assertThat(there).startsWith(KEYCLOAK.issuer()).contains("id_token_hint=");
        var back = pages.sentOn(there);
        assertThat(URI.create(back).getPath()).isEqualTo("/api/v1.0/logout-callback/");
        assertThat(arrive(back).header("Location")).isEqualTo("/bye");
        assertThat(me()).isEqualTo(401);
        assertThat(query(pages.sentOn(begin("?silent=true")))).containsEntry("error", "login_required");
    }

    @Test
    void endsTheSessionsOfWhoSignsOutElsewhere() {
        KEYCLOAK.configure("backchannel.logout.url", "http://127.0.0.1:" + port + "/api/v1.0/backchannel-logout/");
        signIn("");
        assertThat(me()).isEqualTo(200);
        KEYCLOAK.signOutEverywhere();
        Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> me() == 401);
    }

    @Test
    void believesANewKeyAtOnce() {
        signIn("");
        KEYCLOAK.rotateKeys();
        browser = new TestBrowser(port);
        pages = new KeycloakBrowser();
        assertThat(signIn("").header("Location")).isEqualTo("/home");
        assertThat(me()).isEqualTo(200);
    }

    @Test
    void readsSignedUserInfo() {
        KEYCLOAK.configure("user.info.response.signature.alg", "RS256");
        try {
            assertThat(signIn("").header("Location")).isEqualTo("/home");
            assertThat(browser.get("/api/v1.0/users/me/").json().path("email").asString())
                    .isEqualTo("ada@example.org");
        } finally {
            KEYCLOAK.configure("user.info.response.signature.alg", "");
        }
    }

    private Answer signIn(String query) {
        return arrive(pages.signIn(begin(query)));
    }

    private String begin(String query) {
        return browser.get("/api/v1.0/authenticate/" + query).header("Location");
    }

    /** Comes back to us from Keycloak. */
    private Answer arrive(String url) {
        var address = URI.create(url);
        assertThat(address.getPort()).isEqualTo(port);
        return browser.get(address.getRawPath() + "?" + address.getRawQuery());
    }

    private int me() {
        return browser.get("/api/v1.0/users/me/").status();
    }
}
