package io.causerie.standalone;

import java.util.List;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.oauth2.core.oidc.OidcIdToken;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtException;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.oidc.authentication.OidcLogoutAuthenticationToken;

/**
 * Sign-out asked for by the application (OpenID Connect RP-Initiated Logout 1.0). The hint is believed by its signature alone, since nothing of earlier
 * sign-ins is kept over a restart; an expired one is as good, as the specification has it.
 */
class ProviderSignOut implements AuthenticationProvider {

    private final RegisteredClient client;
    private final JwtDecoder decoder;

    ProviderSignOut(RegisteredClient client, JwtDecoder decoder) {
        this.client = client;
        this.decoder = decoder;
    }

    @Override
    public Authentication authenticate(Authentication authentication) {
        var request = (OidcLogoutAuthenticationToken) authentication;
        var hint = hint(request.getIdTokenHint());
        var target = request.getPostLogoutRedirectUri();
        boolean known = target == null || client.getPostLogoutRedirectUris().contains(target);
        if (!known || !List.copyOf(hint.getAudience()).contains(client.getClientId())) {
            throw new OAuth2AuthenticationException(OAuth2ErrorCodes.INVALID_REQUEST);
        }
        return new OidcLogoutAuthenticationToken(
                hint,
                (Authentication) request.getPrincipal(),
                request.getSessionId(),
                client.getClientId(),
                target,
                request.getState());
    }

    private OidcIdToken hint(String token) {
        try {
            var jwt = decoder.decode(token);
            return new OidcIdToken(token, jwt.getIssuedAt(), jwt.getExpiresAt(), jwt.getClaims());
        } catch (JwtException e) {
            throw new OAuth2AuthenticationException(OAuth2ErrorCodes.INVALID_REQUEST);
        }
    }

    @Override
    public boolean supports(Class<?> type) {
        return OidcLogoutAuthenticationToken.class.isAssignableFrom(type);
    }
}
