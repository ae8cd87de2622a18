package io.causerie.users;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpServer;
import io.causerie.platform.Secret;
import io.causerie.users.ProviderProperties.UserInfoFormat;
import io.causerie.users.SignInFailure.Suspicious;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Clock;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every signature algorithm of the contract (contract 01, section 9.6). */
class ProviderTokensTests {

    private static final String SECRET = "a-secret-of-at-least-sixty-four-characters-so-that-all-macs-can-be-made";
    private static Map<String, JWK> keys;
    private static HttpServer server;

    @BeforeAll
    static void publishKeys() throws Exception {
        keys = Map.of(
                "RSA", new RSAKeyGenerator(2048).keyID("RSA").generate(),
                "ES256", new ECKeyGenerator(Curve.P_256).keyID("ES256").generate(),
                "ES384", new ECKeyGenerator(Curve.P_384).keyID("ES384").generate(),
                "ES512", new ECKeyGenerator(Curve.P_521).keyID("ES512").generate());
        var set = new JWKSet(java.util.List.copyOf(keys.values())).toString().getBytes();
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            exchange.sendResponseHeaders(200, set.length);
            exchange.getResponseBody().write(set);
            exchange.close();
        });
        server.start();
    }

    @AfterAll
    static void stop() {
        server.stop(0);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "RS256", "RS384", "RS512", "PS256", "PS384", "PS512", "ES256", "ES384", "ES512", "HS256", "HS384",
                "HS512"
            })
    void believesATokenSignedAsConfiguredAndNoOther(String algorithm) throws Exception {
        var token = signed(algorithm);
        assertThat(tokens(algorithm).answered(token).getSubject()).isEqualTo("ada");
        var other = algorithm.equals("RS256") ? "RS512" : "RS256";
        assertThatThrownBy(() -> tokens(other).answered(token)).isInstanceOf(Suspicious.class);
        var changed = token.substring(0, token.indexOf('.') + 1)
                + signed(algorithm, "eve").split("\\.")[1]
                + token.substring(token.lastIndexOf('.'));
        assertThatThrownBy(() -> tokens(algorithm).answered(changed)).isInstanceOf(Suspicious.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"HS256", "HS512"})
    void aTokenNobodyAskedForIsNotBelievedByTheSharedSecret(String algorithm) throws Exception {
        var token = signed(algorithm);
        assertThatThrownBy(() -> tokens(algorithm).unasked(token)).isInstanceOf(Suspicious.class);
        assertThat(tokens(algorithm).unasked(signed("ES256")).getSubject()).isEqualTo("ada");
    }

    private static String signed(String algorithm) throws Exception {
        return signed(algorithm, "ada");
    }

    private static String signed(String algorithm, String sub) throws Exception {
        var name = algorithm.startsWith("ES") ? algorithm : "RSA";
        JWSSigner signer = switch (algorithm.substring(0, 2)) {
            case "HS" -> new MACSigner(SECRET);
            case "ES" -> new ECDSASigner(keys.get(name).toECKey());
            default -> new RSASSASigner(keys.get(name).toRSAKey());
        };
        var jwt = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.parse(algorithm)).keyID(name).build(),
                new JWTClaimsSet.Builder().subject(sub).build());
        jwt.sign(signer);
        return jwt.serialize();
    }

    private static ProviderTokens tokens(String algorithm) {
        var address = "http://127.0.0.1:" + server.getAddress().getPort() + "/";
        var properties = new ProviderProperties(
                "meet", new Secret(SECRET), algorithm, "", "", "", UserInfoFormat.AUTO, address, "", "", true, 5, "");
        var clock = Clock.systemUTC();
        return new ProviderTokens(properties, new SigningKeys(properties, new ProviderHttp(properties), clock), clock);
    }
}
