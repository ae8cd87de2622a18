package io.causerie.standalone;

import static io.causerie.users.TestBrowser.query;
import static org.assertj.core.api.Assertions.assertThat;

import io.causerie.Causerie;
import io.causerie.Http;
import io.causerie.TestDatabase;
import io.causerie.users.TestBrowser;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The built-in identity provider for real: the application signs people in by it over HTTP. */
class BuiltInProviderTests {

    private static final Pattern CSRF = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");
    private static final String PASSWORD = "a good long password";

    @TempDir
    static Path home;

    private static final String DATABASE = TestDatabase.create();
    private static int port;
    private static ConfigurableApplicationContext server;

    private TestBrowser browser;

    @BeforeAll
    static void start() {
        port = freePort();
        server = run();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @BeforeEach
    void open() {
        browser = new TestBrowser(port);
    }

    @Test
    void theAdministratorSignsInWithTheGeneratedPassword() {
        var first = server.getBean(FirstSignIn.class);
        assertThat(first.password()).matches("([a-z2-9]{4}-){3}[a-z2-9]{4}");
        assertThat(signIn(first.account(), first.password()).header("Location")).isEqualTo("/done");
        var me = browser.get("/api/v1.0/users/me/").json();
        assertThat(me.path("email").asString()).isEqualTo("admin@localhost");
        assertThat(server.getBean(JdbcClient.class)
                        .sql("select is_staff and is_superuser from public.meet_user where email = 'admin@localhost'")
                        .query(Boolean.class)
                        .list())
                .containsExactly(true);
    }

    @Test
    void aPersonRegistersAndIsSignedIn() {
        var email = register("Marie Curie");
        var me = browser.get("/api/v1.0/users/me/").json();
        assertThat(me.path("email").asString()).isEqualTo(email);
        assertThat(me.path("full_name").asString()).isEqualTo("Marie Curie");
        assertThat(me.path("short_name").asString()).isEqualTo("Marie");
        assertThat(server.getBean(JdbcClient.class)
                        .sql("select password from causerie.account where email = :email")
                        .param("email", email)
                        .query(String.class)
                        .single())
                .startsWith("$argon2id$");
    }

    @Test
    void comesBackAnotherDay() {
        var email = register("Ada Byron");
        browser = new TestBrowser(port);
        assertThat(signIn(email.toUpperCase(java.util.Locale.ROOT), PASSWORD).header("Location"))
                .isEqualTo("/done");
    }

    @Test
    void aWrongPasswordIsRefusedAndGuessingIsSlowedDown() {
        var email = register("Eve Stone");
        browser = new TestBrowser(port);
        for (int i = 0; i < 10; i++) {
            assertThat(signIn(email, "wrong password " + i).header("Location")).isEqualTo("/signin?refused");
        }
        assertThat(signIn(email, PASSWORD).header("Location")).isEqualTo("/signin?later");
        assertThat(browser.get("/signin?later").body()).contains("role=\"alert\"");
    }

    @Test
    void silentSignInSaysThatNobodyIsThere() {
        var authorize = browser.get("/api/v1.0/authenticate/?silent=true&returnTo=/page");
        var answer = browser.get(path(authorize.header("Location")));
        assertThat(answer.status()).isEqualTo(302);
        assertThat(query(answer.header("Location"))).containsEntry("error", "login_required");
        assertThat(browser.get(path(answer.header("Location"))).header("Location"))
                .isEqualTo("/page");
    }

    @Test
    void silentSignInFindsWhoIsSignedInAtTheProvider() {
        register("Grace Hopper");
        browser.cookie("sessionid", "");
        var callback = browser.get(path(browser.get("/api/v1.0/authenticate/?silent=true&returnTo=/page")
                .header("Location")));
        assertThat(browser.get(path(callback.header("Location"))).header("Location"))
                .isEqualTo("/page");
        assertThat(browser.get("/api/v1.0/users/me/").status()).isEqualTo(200);
    }

    @Test
    void signingOutEndsBothSessions() {
        register("Alan Turing");
        var provider = browser.get("/api/v1.0/logout/").header("Location");
        var back = browser.get(path(provider)).header("Location");
        assertThat(back).startsWith(address() + "/api/v1.0/logout-callback/?state=");
        browser.get(path(back));
        assertThat(browser.get("/api/v1.0/users/me/").status()).isEqualTo(401);
        var authorize = browser.get("/api/v1.0/authenticate/").header("Location");
        assertThat(browser.get(path(authorize)).header("Location")).endsWith("/signin");
    }

    @Test
    void signsOutPeopleWhoSignedInBeforeARestart() {
        register("Kurt Gödel");
        server.close();
        server = run();
        assertThat(server.getBean(FirstSignIn.class).password()).isNull();
        assertThat(browser.get("/api/v1.0/users/me/").status()).isEqualTo(200);
        var provider = browser.get("/api/v1.0/logout/").header("Location");
        var back = browser.get(path(provider)).header("Location");
        browser.get(path(back));
        assertThat(browser.get("/api/v1.0/users/me/").status()).isEqualTo(401);
    }

    @Test
    void refusesRegistrationsThatCannotBe() {
        assertThat(tryToRegister("", "x@example.org", PASSWORD, PASSWORD)).contains("100 characters");
        assertThat(tryToRegister("X", "no address", PASSWORD, PASSWORD)).contains("not an e-mail");
        assertThat(tryToRegister("X", "admin@localhost", PASSWORD, PASSWORD)).contains("not an e-mail");
        assertThat(tryToRegister("X", "x@example.org", "short", "short")).contains("too short");
        assertThat(tryToRegister("X", "x@example.org", "password1234", "password1234"))
                .contains("too well known");
        assertThat(tryToRegister("X", "x@example.org", PASSWORD, PASSWORD + "!"))
                .contains("differ");
        var email = register("Somebody");
        browser = new TestBrowser(port);
        assertThat(tryToRegister("<b>", email, PASSWORD, PASSWORD))
                .contains("already an account")
                .contains("&lt;b&gt;");
    }

    @Test
    void formsNeedTheirToken() {
        assertThat(browser.post("/signin", form("username", "admin", "password", "x"))
                        .status())
                .isEqualTo(403);
        assertThat(browser.post("/register", form("name", "X")).status()).isEqualTo(403);
    }

    @Test
    void speaksTheBrowsersLanguage() {
        var http = new Http(port).with("Accept-Language", "fr-CA, en;q=0.5");
        assertThat(http.get("/signin").body()).contains("Se connecter").contains("lang=\"fr\"");
        assertThat(new Http(port).with("Accept-Language", "de").get("/register").body())
                .contains("Konto anlegen");
        assertThat(new Http(port).with("Accept-Language", "nl").get("/signin").body())
                .contains("Inloggen");
        assertThat(new Http(port)
                        .with("Accept-Language", "no such;q=x")
                        .get("/signin")
                        .body())
                .contains("Sign in");
    }

    @Test
    void describesItself() {
        var description =
                new Http(port).get("/.well-known/openid-configuration").json();
        assertThat(description.path("issuer").asString()).isEqualTo(address());
        assertThat(description.path("jwks_uri").asString()).isEqualTo(address() + "/oauth2/jwks");
    }

    @Test
    void requestsOfTheApplicationPassNoSecurityFilter() {
        var answer = new Http(port).get("/api/v1.0/users/me/");
        assertThat(answer.header("X-XSS-Protection")).isNull();
        assertThat(answer.header("WWW-Authenticate")).isEqualTo("Session");
        assertThat(new Http(port).get("/signin").header("X-XSS-Protection")).isNotNull();
    }

    private String register(String name) {
        var authorize = browser.get("/api/v1.0/authenticate/?returnTo=/done").header("Location");
        browser.get(path(authorize));
        var email = UUID.randomUUID() + "@example.org";
        var token = token(browser.get("/register").body());
        var answer = browser.post(
                "/register",
                form("_csrf", token, "name", name, "email", email, "password", PASSWORD, "repeated", PASSWORD));
        assertThat(answer.status()).isEqualTo(302);
        assertThat(goOn(answer).header("Location")).isEqualTo("/done");
        return email;
    }

    private String tryToRegister(String name, String email, String password, String repeated) {
        var token = token(browser.get("/register").body());
        var answer = browser.post(
                "/register",
                form("_csrf", token, "name", name, "email", email, "password", password, "repeated", repeated));
        assertThat(answer.status()).isEqualTo(400);
        return answer.body();
    }

    /** Signs in by the page; the answer is the last redirect: back to the page, or out of the application's callback. */
    private Http.Answer signIn(String name, String password) {
        var authorize = browser.get("/api/v1.0/authenticate/?returnTo=/done").header("Location");
        browser.get(path(authorize));
        var token = token(browser.get("/signin").body());
        var answer = browser.post("/signin", form("_csrf", token, "username", name, "password", password));
        return answer.header("Location").contains("/signin") ? answer : goOn(answer);
    }

    /** From the provider's form by its authorization endpoint to the application's callback. */
    private Http.Answer goOn(Http.Answer answer) {
        var callback = browser.get(path(answer.header("Location")));
        assertThat(callback.header("Location")).startsWith(address() + "/api/v1.0/callback/?code=");
        return browser.get(path(callback.header("Location")));
    }

    private static String token(String page) {
        var matcher = CSRF.matcher(page);
        assertThat(matcher.find()).as("a CSRF token in the form").isTrue();
        return matcher.group(1);
    }

    private static String form(String... pairs) {
        var form = new StringBuilder();
        for (int i = 0; i < pairs.length; i += 2) {
            form.append(i == 0 ? "" : "&")
                    .append(pairs[i])
                    .append('=')
                    .append(URLEncoder.encode(pairs[i + 1], StandardCharsets.UTF_8));
        }
        return form.toString();
    }

    private static String path(String url) {
        return url.startsWith(address()) ? url.substring(address().length()) : url;
    }

    private static String address() {
        return "http://127.0.0.1:" + port;
    }

    private static ConfigurableApplicationContext run() {
        return new SpringApplicationBuilder(Causerie.class)
                .profiles("standalone")
                .run(
                        // A folder each: one process keeps its lock until it ends. What must last is in the database.
                        "--CAUSERIE_HOME=" + home.resolve(UUID.randomUUID().toString()),
                        "--CAUSERIE_DATABASE_URL=" + DATABASE,
                        "--DB_USER=postgres",
                        "--DB_PASSWORD=",
                        "--CAUSERIE_PORT=" + port,
                        "--CAUSERIE_URL=" + address(),
                        "--DJANGO_CONFIGURATION=Base",
                        "--DJANGO_SECRET_KEY=a-secret-key",
                        "--LIVEKIT_API_URL=http://127.0.0.1:9",
                        "--LIVEKIT_API_KEY=key",
                        "--LIVEKIT_API_SECRET=secret-for-tests-that-is-long-enough",
                        "--OIDC_OP_URL=" + address(),
                        "--OIDC_OP_AUTHORIZATION_ENDPOINT=" + address() + "/oauth2/authorize",
                        "--OIDC_OP_TOKEN_ENDPOINT=" + address() + "/oauth2/token",
                        "--OIDC_OP_USER_ENDPOINT=" + address() + "/userinfo",
                        "--OIDC_OP_JWKS_ENDPOINT=" + address() + "/oauth2/jwks",
                        "--OIDC_OP_LOGOUT_ENDPOINT=" + address() + "/connect/logout",
                        "--OIDC_RP_CLIENT_ID=causerie",
                        "--OIDC_RP_CLIENT_SECRET=a-client-secret",
                        "--OIDC_RP_SCOPES=openid email profile",
                        "--OIDC_USE_PKCE=true");
    }

    private static int freePort() {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
