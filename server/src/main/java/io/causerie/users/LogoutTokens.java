package io.causerie.users;

import com.nimbusds.jwt.JWTClaimsSet;
import io.causerie.users.SignInFailure.Failed;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads logout tokens of OpenID Connect Back-Channel Logout 1.0 (contract 01, section 9.13). */
@Component
class LogoutTokens {

    private static final String EVENT = "http://schemas.openid.net/event/backchannel-logout";
    private static final Duration REMEMBERED = Duration.ofSeconds(300);

    private final ProviderTokens tokens;
    private final ProviderProperties provider;
    private final Clock clock;

    LogoutTokens(ProviderTokens tokens, ProviderProperties provider, Clock clock) {
        this.tokens = tokens;
        this.provider = provider;
        this.clock = clock;
    }

    /** Throws {@link SignInFailure} when the token does not stand; who it speaks of is not looked at. */
    LogoutToken read(String text) {
        var claims = tokens.unasked(text);
        addressed(claims);
        if (!(claims.getClaim("events") instanceof Map<?, ?> events) || !(events.get(EVENT) instanceof Map)) {
            throw new Failed("the token is no logout token (events)");
        }
        if (claims.getClaim("nonce") != null) {
            throw new Failed("the token is no logout token (nonce)");
        }
        if (!(claims.getClaim("jti") instanceof String id) || id.isEmpty()) {
            throw new Failed("the logout token lacks jti");
        }
        var expires = claims.getExpirationTime().toInstant();
        return new LogoutToken(
                id, later(expires, clock.instant().plus(REMEMBERED)), word(claims, "sub"), word(claims, "sid"));
    }

    private void addressed(JWTClaimsSet claims) {
        if (claims.getExpirationTime() == null || claims.getIssueTime() == null || claims.getIssuer() == null) {
            throw new Failed("the logout token lacks exp, iat or iss");
        }
        if (!claims.getAudience().contains(provider.clientId())) {
            throw new Failed("the logout token is meant for another client (aud)");
        }
        if (!provider.issuer().isEmpty() && !provider.issuer().equals(claims.getIssuer())) {
            throw new Failed("the logout token comes from another issuer than OIDC_OP_URL (iss)");
        }
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    private static @Nullable String word(JWTClaimsSet claims, String name) {
        return claims.getClaim(name) instanceof String text && !text.isEmpty() ? text : null;
    }
}
