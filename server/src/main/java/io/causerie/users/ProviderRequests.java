package io.causerie.users;

import io.causerie.users.SignInFailure.Failed;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The addresses that lead a browser to the identity provider, to sign in or out (contract 01, sections 9.2 and 9.12). */
@Component
class ProviderRequests {

    private final ProviderProperties provider;
    private final SignInProperties properties;
    private final Clock clock;

    ProviderRequests(ProviderProperties provider, SignInProperties properties, Clock clock) {
        this.provider = provider;
        this.properties = properties;
        this.clock = clock;
    }

    /** An address, and what the session must remember until the browser comes back with that state. */
    record Departure(String state, PendingState pending, String url) {}

    /**
     * What a browser that signs in asks for.
     *
     * @param next a safe address, or null
     * @param silent whether the provider must not show anything
     */
    record Attempt(String redirectUri, @Nullable String next, boolean silent, String loginHint) {}

    Departure signIn(Attempt attempt) {
        var state = RandomText.of(32);
        var pending = new PendingState(
                false,
                properties.useNonce() ? RandomText.of(32) : null,
                properties.usePkce() ? RandomText.of(properties.pkceVerifierSize()) : null,
                clock.instant().getEpochSecond());
        return new Departure(state, pending, address(provider.authorizationEndpoint(), query(attempt, state, pending)));
    }

    /** Whether the provider has a way to sign out. */
    boolean maySignOut() {
        return !provider.logoutEndpoint().isEmpty();
    }

    Departure signOut(String idToken, String redirectUri) {
        var state = RandomText.of(32);
        var query = new LinkedHashMap<String, String>();
        query.put("id_token_hint", idToken);
        query.put("state", state);
        query.put("post_logout_redirect_uri", redirectUri);
        var pending = new PendingState(true, null, null, clock.instant().getEpochSecond());
        return new Departure(state, pending, address(provider.logoutEndpoint(), query));
    }

    private Map<String, String> query(Attempt attempt, String state, PendingState pending) {
        var query = new LinkedHashMap<String, String>();
        query.put("response_type", "code");
        query.put("scope", properties.scopes());
        query.put("client_id", provider.clientId());
        query.put("redirect_uri", attempt.redirectUri());
        query.put("state", state);
        properties.authRequestExtraParams().members().forEach((key, value) -> query.put(key, String.valueOf(value)));
        if (!attempt.loginHint().isEmpty()) {
            query.put("login_hint", attempt.loginHint());
        }
        if (attempt.silent()) {
            query.put("prompt", "none");
        }
        if (pending.nonce() != null) {
            query.put("nonce", pending.nonce());
        }
        if (pending.codeVerifier() != null) {
            query.put("code_challenge", challenge(pending.codeVerifier()));
            query.put("code_challenge_method", properties.pkceChallengeMethod());
        }
        return query;
    }

    private String challenge(String verifier) {
        return switch (properties.pkceChallengeMethod()) {
            case "plain" -> verifier;
            case "S256" -> Base64.getUrlEncoder().withoutPadding().encodeToString(sha256(verifier));
            default -> throw new Failed("OIDC_PKCE_CODE_CHALLENGE_METHOD is neither S256 nor plain");
        };
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.US_ASCII));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String address(String endpoint, Map<String, String> query) {
        if (endpoint.isEmpty()) {
            throw new Failed("an endpoint of the provider is not configured");
        }
        return endpoint + (endpoint.contains("?") ? "&" : "?") + IdentityProvider.encoded(query);
    }
}
