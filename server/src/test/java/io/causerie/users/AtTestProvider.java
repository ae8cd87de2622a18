package io.causerie.users;

import static io.causerie.users.TestBrowser.query;

import io.causerie.ApplicationTest;
import io.causerie.Http.Answer;
import io.causerie.Statements;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** A server whose identity provider says what the test tells it to; one for all tests that sign in there. */
@ApplicationTest
@Import(Statements.class)
abstract class AtTestProvider {

    static final TestProvider PROVIDER = new TestProvider();

    @DynamicPropertySource
    static void provider(DynamicPropertyRegistry registry) {
        PROVIDER.describe(registry);
        registry.add("OIDC_USE_PKCE", () -> "true");
        registry.add("OIDC_TIMEOUT", () -> "2");
        registry.add("OIDC_AUTH_REQUEST_EXTRA_PARAMS", () -> "{'acr_values': 'eidas1'}");
        registry.add("OIDC_REDIRECT_ALLOWED_HOSTS", () -> "https://meet.example.org");
    }

    @LocalServerPort
    int port;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Statements statements;

    @Autowired
    TestUsers users;

    TestBrowser browser;
    final String sub = "sub-" + UUID.randomUUID();

    @BeforeEach
    void open() {
        browser = new TestBrowser(port);
    }

    /** Sets out for the provider; answers its address. */
    String begin(String query) {
        return browser.get("/api/v1.0/authenticate/" + query).header("Location");
    }

    /** Comes back from the provider, which tells the truth. */
    Answer comeBack(String location) {
        PROVIDER.tell(sub, query(location).get("nonce"));
        return callback(location);
    }

    Answer callback(String location) {
        return browser.get("/api/v1.0/callback/?code=c&state=" + query(location).get("state"));
    }

    void signIn() {
        comeBack(begin(""));
    }

    int me() {
        return browser.get("/api/v1.0/users/me/").status();
    }
}
