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
import org.springframework.stereotype.Service;

/** The way to the identity provider and back (contract 01, sections 9.2 and 9.5 to 9.9). */
@Service
class SignIn {

    static final String CALLBACK = "/api/v1.0/callback/";

    private final ProviderProperties provider;
    private final SignInProperties properties;
    private final IdentityProvider identityProvider;
    private final ClaimsReader reader;
    private final Identification identification;
    private final Sessions sessions;
    private final Clock clock;

    SignIn(
            ProviderProperties provider,
            SignInProperties properties,
            IdentityProvider identityProvider,
            ClaimsReader reader,
            Identification identification,
            Sessions sessions,
            Clock clock) {
        this.provider = provider;
        this.properties = properties;
        this.identityProvider = identityProvider;
        this.reader = reader;
        this.identification = identification;
        this.sessions = sessions;
        this.clock = clock;
    }

    /**
     * What a browser asks for.
     *
     * @param next a safe address, or null
     * @param silent whether the provider must not show anything
     */
    record Attempt(String redirectUri, @Nullable String next, boolean silent, String loginHint) {}

    /** Where to send the browser, and the session that remembers it. */
    record Departure(Session session, String url) {}

    Departure begin(@Nullable Session session, Attempt attempt) {
        var state = RandomText.of(32);
        var pending = new PendingState(
                false,
                properties.useNonce() ? RandomText.of(32) : null,
                properties.usePkce() ? RandomText.of(properties.pkceVerifierSize()) : null,
                clock.instant().getEpochSecond());
        var changed =
                sessions.change(session, it -> it.withState(state, pending).withNext(attempt.next(), attempt.silent()));
        return new Departure(
                changed,
                provider.authorizationEndpoint() + "?" + IdentityProvider.encoded(parameters(attempt, state, pending)));
    }

    /** Signs the browser in as the person the provider vouches for; answers its key. */
    Arrival complete(Browser browser, PendingState pending, String code, String redirectUri) {
        var vouched = identityProvider.vouch(code, redirectUri, pending);
        var user = identification.identify(reader.read(vouched.claims()), browser.owner());
        boolean same = browser.owner() != null
                && browser.owner().id().equals(user.user().id());
        var key = sessions.signIn(
                browser.session(), user, vouched.sid(), properties.storeIdToken() ? vouched.idToken() : null);
        return new Arrival(key, !same);
    }

    /**
     * A browser that is signed in.
     *
     * @param changed whether nobody, or somebody else, was before
     */
    record Arrival(SessionKey key, boolean changed) {}

    private Map<String, String> parameters(Attempt attempt, String state, PendingState pending) {
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
            case "S256" -> {
                try {
                    var hash =
                            MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(StandardCharsets.US_ASCII));
                    yield Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
                } catch (NoSuchAlgorithmException e) {
                    throw new IllegalStateException(e);
                }
            }
            default -> throw new Failed("OIDC_PKCE_CODE_CHALLENGE_METHOD is neither S256 nor plain");
        };
    }
}
