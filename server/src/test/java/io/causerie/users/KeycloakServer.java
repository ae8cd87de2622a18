package io.causerie.users;

import io.causerie.LiveKitServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.awaitility.Awaitility;
import org.springframework.test.context.DynamicPropertyRegistry;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** A real Keycloak on a free port of the loopback, with a copy of an empty database, and a realm of one person and one client; bin/setup --tests prepares it. */
final class KeycloakServer implements AutoCloseable {

    private static final String VERSION = "26.7.3";
    private static final String DATABASE = "data/h2/keycloakdb.mv.db";

    /** As bin/setup made it. */
    private static final String ADMIN = "root";

    private static final String ADMIN_PASSWORD = "root-of-the-tests";
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    static final String PERSON = "ada";
    static final String PASSWORD = "analytical-engine";
    static final String SECRET = "a-client-secret-of-thirty-two-chars";

    private static final String REALM = """
            {"realm": "causerie", "enabled": true, "sslRequired": "none",
             "users": [{"username": "%s", "enabled": true, "email": "ada@example.org", "emailVerified": true, "firstName": "Ada",
                "lastName": "Byron", "credentials": [{"type": "password", "value": "%s", "temporary": false}]}],
             "clients": [{"clientId": "meet", "enabled": true, "protocol": "openid-connect", "publicClient": false, "secret": "%s",
                "standardFlowEnabled": true, "redirectUris": ["http://127.0.0.1/*"],
                "attributes": {"post.logout.redirect.uris": "+", "backchannel.logout.session.required": "true",
                   "pkce.code.challenge.method": "S256"}}]}
            """.formatted(PERSON, PASSWORD, SECRET);

    private static final JsonMapper JSON = new JsonMapper();
    private static final HttpClient HTTP = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(10))
            .build();

    private final int port = LiveKitServer.freePort();
    private final Process process;

    KeycloakServer() {
        var home = home();
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var command = List.of(
                java,
                "-Xms64m",
                "-Xmx400m",
                "-XX:MaxMetaspaceSize=256m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Dkc.home.dir=" + home,
                "-Djava.util.logging.manager=org.jboss.logmanager.LogManager",
                "-Djava.util.concurrent.ForkJoinPool.common.threadFactory=io.quarkus.bootstrap.forkjoin.QuarkusForkJoinWorkerThreadFactory",
                "--add-opens=java.base/java.util=ALL-UNNAMED",
                "--add-opens=java.base/java.lang=ALL-UNNAMED",
                "-cp",
                home.resolve("lib/quarkus-run.jar").toString(),
                "io.quarkus.bootstrap.runner.QuarkusEntryPoint",
                "start",
                "--optimized",
                "--import-realm",
                "--http-enabled=true",
                "--http-host=127.0.0.1",
                "--http-port=" + port,
                "--hostname-strict=false",
                "--cache=local");
        var builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(home.resolve("log").toFile());
        try {
            process = builder.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
    }

    /** Waits until it answers; it takes a quarter of a minute, and others may start meanwhile. */
    KeycloakServer ready() {
        Awaitility.await()
                .atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(500))
                .ignoreExceptionsInstanceOf(UncheckedIOException.class)
                .until(() -> send(HttpRequest.newBuilder(URI.create(issuer()))).statusCode() == 200);
        return this;
    }

    void describe(DynamicPropertyRegistry registry) {
        var protocol = issuer() + "/protocol/openid-connect";
        registry.add("OIDC_OP_AUTHORIZATION_ENDPOINT", () -> protocol + "/auth");
        registry.add("OIDC_OP_TOKEN_ENDPOINT", () -> protocol + "/token");
        registry.add("OIDC_OP_USER_ENDPOINT", () -> protocol + "/userinfo");
        registry.add("OIDC_OP_JWKS_ENDPOINT", () -> protocol + "/certs");
        registry.add("OIDC_OP_LOGOUT_ENDPOINT", () -> protocol + "/logout");
        registry.add("OIDC_OP_URL", this::issuer);
        registry.add("OIDC_RP_CLIENT_SECRET", () -> SECRET);
        registry.add("OIDC_RP_SCOPES", () -> "openid email profile");
        registry.add("OIDC_USE_PKCE", () -> "true");
        registry.add("OIDC_TIMEOUT", () -> "20");
        registry.add("LOGIN_REDIRECT_URL", () -> "/home");
        registry.add("LOGIN_REDIRECT_URL_FAILURE", () -> "/failed");
        registry.add("LOGOUT_REDIRECT_URL", () -> "/bye");
    }

    String issuer() {
        return url() + "/realms/causerie";
    }

    String url() {
        return "http://127.0.0.1:" + port;
    }

    /** Changes an attribute of our client, as an administrator would. */
    void configure(String attribute, String value) {
        changeClient(it -> ((ObjectNode) it.path("attributes")).put(attribute, value));
    }

    /** Signs with a new key from now on; the old one is gone. */
    void rotateKeys() {
        var old = JSON.readTree(admin("GET", "/components?type=org.keycloak.keys.KeyProvider", "")
                .body());
        var realm = JSON.readTree(admin("GET", "", "").body()).path("id").asString();
        admin("POST", "/components", """
                {"name": "new", "providerId": "rsa-generated", "providerType": "org.keycloak.keys.KeyProvider", "parentId": "%s",
                 "config": {"priority": ["200"], "enabled": ["true"], "active": ["true"]}}""".formatted(realm));
        for (var key : old) {
            if (key.path("providerId").asString().equals("rsa-generated")) {
                admin("DELETE", "/components/" + key.path("id").asString(), "");
            }
        }
    }

    /** Ends all sessions of the person, as an administrator would. */
    void signOutEverywhere() {
        var person = JSON.readTree(admin("GET", "/users?username=" + PERSON, "").body());
        admin("POST", "/users/" + person.path(0).path("id").asString() + "/logout", "");
    }

    @Override
    public void close() {
        process.destroyForcibly().onExit().join();
    }

    private void changeClient(Consumer<ObjectNode> change) {
        JsonNode client =
                JSON.readTree(admin("GET", "/clients?clientId=meet", "").body()).path(0);
        change.accept((ObjectNode) client);
        admin("PUT", "/clients/" + client.path("id").asString(), client.toString());
    }

    private HttpResponse<String> admin(String method, String path, String body) {
        var answer = send(HttpRequest.newBuilder(URI.create(url() + "/admin/realms/causerie" + path))
                .header("Authorization", "Bearer " + adminToken())
                .header("Content-Type", "application/json")
                .method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body)));
        if (answer.statusCode() >= 300) {
            throw new IllegalStateException(method + " " + path + ": " + answer.statusCode() + " " + answer.body());
        }
        return answer;
    }

    private String adminToken() {
        var form = form(Map.of(
                "grant_type", "password", "client_id", "admin-cli", "username", ADMIN, "password", ADMIN_PASSWORD));
        var answer = send(HttpRequest.newBuilder(URI.create(url() + "/realms/master/protocol/openid-connect/token"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form)));
        return JSON.readTree(answer.body()).path("access_token").asString();
    }

    static HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return HTTP.send(request.timeout(Duration.ofSeconds(60)).build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    static String form(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(it -> it.getKey() + "=" + URLEncoder.encode(it.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }

    /** The prepared distribution, with a data folder of its own. */
    private Path home() {
        var cache = Objects.requireNonNullElse(
                System.getenv("XDG_CACHE_HOME"), System.getProperty("user.home") + "/.cache");
        var distribution = Path.of(cache, "causerie", "keycloak-" + VERSION);
        if (!Files.exists(distribution.resolve("prepared"))) {
            throw new IllegalStateException("no Keycloak " + VERSION + ": run bin/setup --tests");
        }
        var home = Path.of("target", "keycloak-" + port).toAbsolutePath();
        try {
            Files.createDirectories(home.resolve("data/import"));
            for (var part : List.of("lib", "conf", "providers", "themes")) {
                Files.createSymbolicLink(home.resolve(part), distribution.resolve(part));
            }
            Files.createDirectories(home.resolve("data/h2"));
            Files.copy(distribution.resolve(DATABASE), home.resolve(DATABASE));
            Files.writeString(home.resolve("data/import/causerie-realm.json"), REALM);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return home;
    }
}
