package io.causerie.users;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.factories.DefaultJWSVerifierFactory;
import com.nimbusds.jose.jwk.AsymmetricJWK;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.JWTParser;
import com.nimbusds.jwt.SignedJWT;
import io.causerie.users.SignInFailure.Failed;
import io.causerie.users.SignInFailure.Suspicious;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.util.Date;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Believes a token only if the provider signed it and it is in date (contract 01, section 9.6). */
@Component
class ProviderTokens {

    /** Clocks of two machines differ a little; an expired token stays expired. */
    private static final Duration EARLY = Duration.ofSeconds(10);

    private static final Map<String, String> MACS =
            Map.of("HS256", "HmacSHA256", "HS384", "HmacSHA384", "HS512", "HmacSHA512");

    private final ProviderProperties properties;
    private final SigningKeys keys;
    private final Clock clock;

    ProviderTokens(ProviderProperties properties, SigningKeys keys, Clock clock) {
        this.properties = properties;
        this.keys = keys;
        this.clock = clock;
    }

    /** The claims of a token the provider gave us when we asked for it. */
    JWTClaimsSet answered(String token) {
        return verified(token, Set.of(properties.signAlgorithm()), keys::fetched);
    }

    /** The claims of a token that somebody sent us: signed by a key in any case, which is not looked for as often as somebody likes. */
    JWTClaimsSet unasked(String token) {
        var algorithms = new HashSet<>(Set.of("RS256", "ES256"));
        if (!MACS.containsKey(properties.signAlgorithm())) {
            algorithms.add(properties.signAlgorithm());
        }
        return verified(token, algorithms, keys::fetchedSparingly);
    }

    private JWTClaimsSet verified(String token, Set<String> algorithms, Function<JWSHeader, Optional<JWK>> freshKey) {
        try {
            var jwt = JWTParser.parse(token);
            if (!(jwt instanceof SignedJWT signed)
                    || !algorithms.contains(signed.getHeader().getAlgorithm().getName())) {
                throw new Suspicious("a token is signed by another algorithm than OIDC_RP_SIGN_ALGO");
            }
            if (!stands(signed, freshKey)) {
                throw new Suspicious("a token has a wrong signature or an unknown key");
            }
            var claims = claims(signed);
            inDate(claims);
            return claims;
        } catch (ParseException | IllegalArgumentException | IllegalStateException e) {
            throw new Failed("a token of the provider cannot be read");
        }
    }

    private boolean stands(SignedJWT jwt, Function<JWSHeader, Optional<JWK>> freshKey) {
        if (!JWSAlgorithm.Family.SIGNATURE.contains(jwt.getHeader().getAlgorithm())) {
            return signedBySecret(jwt);
        }
        return fits(keys.known(jwt.getHeader()), jwt) || fits(freshKey.apply(jwt.getHeader()), jwt);
    }

    /** A numeric {@code sub} is against the protocol, and sent by some all the same. */
    private static JWTClaimsSet claims(SignedJWT jwt) throws ParseException {
        var members = jwt.getPayload().toJSONObject();
        if (members == null) {
            throw new ParseException("no claims", 0);
        }
        if (members.get("sub") instanceof Number number) {
            members.put("sub", number.toString());
        }
        return JWTClaimsSet.parse(members);
    }

    private static boolean fits(Optional<JWK> key, SignedJWT jwt) {
        if (key.isEmpty() || !(key.get() instanceof AsymmetricJWK asymmetric)) {
            return false;
        }
        try {
            var verifier = new DefaultJWSVerifierFactory().createJWSVerifier(jwt.getHeader(), asymmetric.toPublicKey());
            return jwt.verify(verifier);
        } catch (JOSEException e) {
            return false;
        }
    }

    /** By hand, as client secrets may be shorter than a library would have them. */
    private boolean signedBySecret(SignedJWT jwt) {
        var algorithm = MACS.get(jwt.getHeader().getAlgorithm().getName());
        if (algorithm == null || properties.clientSecret().isEmpty()) {
            return false;
        }
        try {
            var mac = Mac.getInstance(algorithm);
            mac.init(new SecretKeySpec(properties.clientSecret().value().getBytes(StandardCharsets.UTF_8), algorithm));
            return MessageDigest.isEqual(
                    mac.doFinal(jwt.getSigningInput()), jwt.getSignature().decode());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private void inDate(JWTClaimsSet claims) {
        var now = clock.instant();
        if (claims.getExpirationTime() != null
                && !claims.getExpirationTime().toInstant().isAfter(now)) {
            throw new Failed("a token of the provider has expired");
        }
        if (later(claims.getNotBeforeTime()) || later(claims.getIssueTime())) {
            throw new Failed("a token of the provider is not valid yet");
        }
    }

    private boolean later(@Nullable Date time) {
        return time != null && time.toInstant().isAfter(clock.instant().plus(EARLY));
    }
}
