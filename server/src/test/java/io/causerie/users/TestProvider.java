package io.causerie.users;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.springframework.test.context.DynamicPropertyRegistry;
import tools.jackson.databind.json.JsonMapper;

/** An identity provider that says whatever a test tells it to, true or not. */
final class TestProvider {

    static final String CLIENT = "meet";
    static final String SECRET = "a-client-secret-of-thirty-two-chars";
    private static final JsonMapper JSON = new JsonMapper();

    private final HttpServer server;
    private RSAKey key;

    /** How an ID token is made of its claims. */
    enum Signature {
        RIGHT,
        NONE,
        HMAC_WITH_PUBLIC_KEY,
        OTHER_KEY_OF_SAME_NAME
    }

    /** How an endpoint behaves. */
    enum Behaviour {
        WELL,
        REDIRECTING,
        ENDLESS,
        DRIPPING,
        NO_JSON,
        NESTED,
        LIST,
        EMPTY,
        HANGING_UP,
        FAILING
    }

    Signature signature = Signature.RIGHT;
    Map<String, Behaviour> behaviours = new ConcurrentHashMap<>();
    Map<String, Integer> asked = new ConcurrentHashMap<>();
    Map<String, Object> idClaims = new LinkedHashMap<>();
    Map<String, Object> userInfo = new LinkedHashMap<>();
    String idToken;
    boolean signedUserInfo;
    int tokenStatus = 200;
    int keyFetches;
    long delayMillis;
    Map<String, String> lastForm = Map.of();

    TestProvider() {
        try {
            key = newKey();
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/token", this::token);
        server.createContext("/userinfo", this::userInfo);
        server.createContext("/jwks", this::keys);
        server.start();
    }

    void describe(DynamicPropertyRegistry registry) {
        registry.add("OIDC_OP_AUTHORIZATION_ENDPOINT", () -> issuer() + "/authorize");
        registry.add("OIDC_OP_TOKEN_ENDPOINT", () -> issuer() + "/token");
        registry.add("OIDC_OP_USER_ENDPOINT", () -> issuer() + "/userinfo");
        registry.add("OIDC_OP_JWKS_ENDPOINT", () -> issuer() + "/jwks");
        registry.add("OIDC_OP_LOGOUT_ENDPOINT", () -> issuer() + "/logout");
        registry.add("OIDC_OP_URL", this::issuer);
        registry.add("OIDC_RP_CLIENT_SECRET", () -> SECRET);
        registry.add("LOGIN_REDIRECT_URL", () -> "/home");
        registry.add("LOGIN_REDIRECT_URL_FAILURE", () -> "/failed");
        registry.add("LOGOUT_REDIRECT_URL", () -> "/bye");
    }

    String issuer() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** Says the truth again, about a person of that name; the nonce is the one the browser was sent with. */
    void tell(String sub, String nonce) {
        signature = Signature.RIGHT;
        signedUserInfo = false;
        tokenStatus = 200;
        delayMillis = 0;
        behaviours.clear();
        idClaims = new LinkedHashMap<>(Map.of(
                "iss",
                issuer(),
                "aud",
                CLIENT,
                "sub",
                sub,
                "nonce",
                nonce,
                "iat",
                new Date(),
                "exp",
                Date.from(Instant.now().plusSeconds(60))));
        userInfo = new LinkedHashMap<>(
                Map.of("sub", sub, "email", sub + "@example.org", "given_name", "Ada", "usual_name", "Byron"));
    }

    /** A logout token, rightly signed, with those claims changed; null removes one. */
    String logoutToken(Map<String, Object> changes) {
        var claims = new LinkedHashMap<String, Object>();
        claims.put("iss", issuer());
        claims.put("aud", CLIENT);
        claims.put("iat", new Date());
        claims.put("exp", Date.from(Instant.now().plusSeconds(60)));
        claims.put("jti", UUID.randomUUID().toString());
        claims.put("events", Map.of("http://schemas.openid.net/event/backchannel-logout", Map.of()));
        claims.putAll(changes);
        claims.values().removeIf(Objects::isNull);
        return signed(claims(claims), key);
    }

    /** What a stranger makes who knows all but the key. */
    String forgedLogoutToken(String sub) {
        signature = Signature.OTHER_KEY_OF_SAME_NAME;
        idClaims = new LinkedHashMap<>();
        idClaims.put("iss", issuer());
        idClaims.put("aud", CLIENT);
        idClaims.put("sub", sub);
        return idToken();
    }

    /** Signs with a new key from now on. */
    void rotate() {
        key = newKey();
    }

    void stop() {
        server.stop(0);
    }

    private void token(HttpExchange exchange) throws IOException {
        lastForm = form(exchange);
        pause();
        var answer = Map.of(
                "access_token",
                "an-access-token",
                "token_type",
                "Bearer",
                "id_token",
                idToken == null ? idToken() : idToken);
        send(exchange, tokenStatus, "application/json", JSON.writeValueAsString(answer));
    }

    private void userInfo(HttpExchange exchange) throws IOException {
        if (signedUserInfo) {
            send(exchange, 200, "application/jwt; charset=utf-8", signed(claims(userInfo), key));
        } else {
            send(exchange, 200, "application/json", JSON.writeValueAsString(userInfo));
        }
    }

    private void keys(HttpExchange exchange) throws IOException {
        keyFetches++;
        send(exchange, 200, "application/json", new JWKSet(key).toString());
    }

    private String idToken() {
        var claims = claims(idClaims);
        return switch (signature) {
            case RIGHT -> signed(claims, key);
            case NONE -> new PlainJWT(claims).serialize();
            case OTHER_KEY_OF_SAME_NAME ->
                signed(
                        claims,
                        new RSAKey.Builder(newKey()).keyID(key.getKeyID()).build());
            case HMAC_WITH_PUBLIC_KEY -> {
                try {
                    var jwt = new SignedJWT(
                            new JWSHeader.Builder(JWSAlgorithm.HS256)
                                    .keyID(key.getKeyID())
                                    .build(),
                            claims);
                    jwt.sign(new MACSigner(key.toRSAPublicKey().getEncoded()));
                    yield jwt.serialize();
                } catch (JOSEException e) {
                    throw new IllegalStateException(e);
                }
            }
        };
    }

    private static JWTClaimsSet claims(Map<String, Object> claims) {
        var builder = new JWTClaimsSet.Builder();
        claims.forEach(builder::claim);
        return builder.build();
    }

    private static String signed(JWTClaimsSet claims, RSAKey key) {
        try {
            var jwt = new SignedJWT(
                    new JWSHeader.Builder(JWSAlgorithm.RS256)
                            .keyID(key.getKeyID())
                            .build(),
                    claims);
            jwt.sign(new RSASSASigner(key));
            return jwt.serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private static RSAKey newKey() {
        try {
            return new RSAKeyGenerator(2048).keyIDFromThumbprint(true).generate();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Waits as a slow provider does; the wait is what is tested. */
    private void pause() {
        try {
            new CountDownLatch(1).await(delayMillis, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static Map<String, String> form(HttpExchange exchange) throws IOException {
        var form = new LinkedHashMap<String, String>();
        for (var pair : new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8).split("&")) {
            var parts = pair.split("=", 2);
            form.put(parts[0], URLDecoder.decode(parts[1], StandardCharsets.UTF_8));
        }
        return form;
    }

    private void send(HttpExchange exchange, int status, String type, String body) throws IOException {
        var path = exchange.getRequestURI().getPath();
        asked.merge(path, 1, Integer::sum);
        switch (behaviours.getOrDefault(path, Behaviour.WELL)) {
            case WELL -> whole(exchange, status, type, body);
            case REDIRECTING -> {
                exchange.getResponseHeaders().set("Location", issuer() + "/elsewhere");
                whole(exchange, 302, type, "");
            }
            case ENDLESS -> endless(exchange);
            case DRIPPING -> dripping(exchange, type, body);
            case NO_JSON -> whole(exchange, 200, "text/html", "<html>signed in</html>");
            case NESTED -> whole(exchange, 200, type, "[".repeat(100_000));
            case LIST -> whole(exchange, 200, type, "[" + body + "]");
            case EMPTY -> whole(exchange, 200, type, "");
            case HANGING_UP -> exchange.close();
            case FAILING -> whole(exchange, 503, type, body);
        }
    }

    private static void endless(HttpExchange exchange) {
        try {
            exchange.sendResponseHeaders(200, 0);
            var spaces = " ".repeat(1 << 16).getBytes(StandardCharsets.US_ASCII);
            while (true) {
                exchange.getResponseBody().write(spaces);
            }
        } catch (IOException e) {
            exchange.close();
        }
    }

    /** A byte in a while: each within the time-out, all of them not. */
    private static void dripping(HttpExchange exchange, String type, String body) {
        try {
            exchange.getResponseHeaders().set("Content-Type", type);
            exchange.sendResponseHeaders(200, 0);
            for (byte b : body.getBytes(StandardCharsets.UTF_8)) {
                exchange.getResponseBody().write(b);
                exchange.getResponseBody().flush();
                new CountDownLatch(1).await(200, TimeUnit.MILLISECONDS);
            }
        } catch (IOException e) {
            exchange.close();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void whole(HttpExchange exchange, int status, String type, String body) throws IOException {
        var bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", type);
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        try (var out = exchange.getResponseBody()) {
            out.write(bytes);
        }
    }
}
