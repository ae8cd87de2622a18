package io.causerie.livekit;

import io.causerie.platform.Secret;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Clock;
import java.util.Base64;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Tokens signed and verified with HMAC-SHA256 and LiveKit's secret, whatever its length: libraries refuse the short ones of development installations
 * (contract 03, sections 9 and 10).
 */
@Component
class Hs256 {

    private static final String HEADER = encode("{\"alg\":\"HS256\",\"typ\":\"JWT\"}".getBytes(StandardCharsets.UTF_8));
    private static final long LEEWAY_SECONDS = 60;

    private final Secret secret;
    private final Map<String, Secret> believed;
    private final JsonMapper json;
    private final Clock clock;

    Hs256(LiveKitProperties properties, JsonMapper json, Clock clock) {
        this.secret = properties.apiSecret();
        this.believed = properties.keys();
        this.json = json;
        this.clock = clock;
    }

    /** A token nobody should believe; the message is the contract's and holds nothing of the token. */
    static final class BadToken extends Exception {
        BadToken(String message) {
            super(message, null, false, false);
        }
    }

    String sign(Map<String, ? extends @Nullable Object> claims) {
        var signed = HEADER + "." + encode(json.writeValueAsBytes(claims));
        return signed + "." + encode(mac(signed, secret));
    }

    /** The claims of a token signed by one of LiveKit's keys, for us, and good now. */
    JsonNode verify(String token) throws BadToken {
        var parts = token.split("\\.", -1);
        if (parts.length != 3) {
            throw new BadToken("Not enough segments");
        }
        var header = part(parts[0], "Invalid header padding");
        var claims = part(parts[1], "Invalid payload padding");
        if (!"HS256".equals(header.path("alg").asString(""))) {
            throw new BadToken("The specified alg value is not allowed");
        }
        var issuer = claims.path("iss").asString("");
        var key = believed.getOrDefault(issuer, secret);
        var expected = mac(parts[0] + "." + parts[1], key);
        if (key.isEmpty() || !MessageDigest.isEqual(expected, decode(parts[2], "Invalid crypto padding"))) {
            throw new BadToken("Signature verification failed");
        }
        checkTimes(claims);
        checkParties(claims, issuer);
        return claims;
    }

    private void checkTimes(JsonNode claims) throws BadToken {
        long now = clock.instant().getEpochSecond();
        if (claims.has("nbf") && seconds(claims, "nbf") > now + LEEWAY_SECONDS) {
            throw new BadToken("The token is not yet valid (nbf)");
        }
        if (claims.has("exp") && seconds(claims, "exp") <= now - LEEWAY_SECONDS) {
            throw new BadToken("Signature has expired");
        }
    }

    private static long seconds(JsonNode claims, String claim) throws BadToken {
        if (!claims.get(claim).isNumber()) {
            throw new BadToken("The " + claim + " claim must be an integer.");
        }
        return claims.get(claim).asLong(0);
    }

    private void checkParties(JsonNode claims, String issuer) throws BadToken {
        if (!claims.has("iss")) {
            throw new BadToken("Token is missing the \"iss\" claim");
        }
        if (!believed.containsKey(issuer)) {
            throw new BadToken("Invalid issuer");
        }
        if (claims.hasNonNull("aud")) {
            throw new BadToken("Invalid audience");
        }
    }

    private JsonNode part(String text, String fault) throws BadToken {
        try {
            var node = json.readTree(decode(text, fault));
            if (node.isObject()) {
                return node;
            }
        } catch (JacksonException e) {
            // told below, like a part that is no object
        }
        throw new BadToken(fault);
    }

    private static byte[] decode(String text, String fault) throws BadToken {
        try {
            return Base64.getUrlDecoder().decode(text);
        } catch (IllegalArgumentException e) {
            throw new BadToken(fault);
        }
    }

    private static String encode(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static byte[] mac(String text, Secret secret) {
        if (secret.isEmpty()) {
            return new byte[0];
        }
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.value().getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return mac.doFinal(text.getBytes(StandardCharsets.US_ASCII));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
