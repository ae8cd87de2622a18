package io.causerie.users;

import com.nimbusds.jwt.JWTClaimsSet;
import io.causerie.users.SignInFailure.Failed;
import io.causerie.users.SignInFailure.Suspicious;
import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The identity provider, as far as a sign-in needs it (contract 01, sections 9.5 to 9.7). */
@Component
class IdentityProvider {

    private final ProviderProperties provider;
    private final SignInProperties signIn;
    private final ProviderHttp http;
    private final ProviderTokens tokens;
    private final JsonMapper json;

    IdentityProvider(
            ProviderProperties provider,
            SignInProperties signIn,
            ProviderHttp http,
            ProviderTokens tokens,
            JsonMapper json) {
        this.provider = provider;
        this.signIn = signIn;
        this.http = http;
        this.tokens = tokens;
        this.json = json;
    }

    /**
     * A sign-in the provider vouches for.
     *
     * @param idToken null when it is not to be kept
     * @param sid the provider's own session, where it tells it
     * @param claims the user info
     */
    record Vouched(@Nullable String idToken, @Nullable String sid, JsonNode claims) {}

    /** Trades the code for the person's claims. */
    Vouched vouch(String code, String redirectUri, PendingState pending) {
        var answer = exchange(code, redirectUri, pending.codeVerifier());
        var idToken = answer.path("id_token").asString("");
        var claims = idToken(idToken, pending.nonce());
        var userInfo = userInfo(answer.path("access_token").asString(""));
        if (!userInfo.path("sub").asString("").equals(claims.getSubject())) {
            throw new Failed("ID token and user info speak of different people");
        }
        return new Vouched(signIn.storeIdToken() ? idToken : null, sid(answer, claims), userInfo);
    }

    private JsonNode exchange(String code, String redirectUri, @Nullable String verifier) {
        var form = new LinkedHashMap<String, String>();
        form.put("client_id", provider.clientId());
        form.put("client_secret", provider.clientSecret().value());
        form.put("grant_type", "authorization_code");
        form.put("code", code);
        form.put("redirect_uri", redirectUri);
        if (verifier != null) {
            form.put("code_verifier", verifier);
        }
        var request = http.to(provider.tokenEndpoint())
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Accept", "application/json")
                .POST(BodyPublishers.ofString(encoded(form)))
                .build();
        return object(http.send("token", request).body());
    }

    private JWTClaimsSet idToken(String token, @Nullable String nonce) {
        var claims = tokens.answered(token);
        if (signIn.useNonce() && (nonce == null || !nonce.equals(claims.getClaim("nonce")))) {
            throw new Suspicious("the ID token belongs to another sign-in (nonce)");
        }
        if (!claims.getAudience().contains(provider.clientId())) {
            throw new Failed("the ID token is meant for another client (aud)");
        }
        if (!provider.issuer().isEmpty() && !provider.issuer().equals(claims.getIssuer())) {
            throw new Failed("the ID token comes from another issuer than OIDC_OP_URL (iss)");
        }
        return claims;
    }

    private JsonNode userInfo(String accessToken) {
        if (accessToken.chars().anyMatch(it -> it <= ' ' || it > '~')) {
            throw new Failed("the access token cannot be sent");
        }
        var request = http.to(provider.userEndpoint())
                .header("Authorization", "Bearer " + accessToken)
                .header("Accept", "application/json, application/jwt")
                .build();
        var answer = http.send("user info", request);
        return signed(answer) ? signedUserInfo(answer.body()) : object(answer.body());
    }

    private boolean signed(HttpResponse<?> answer) {
        return switch (provider.userEndpointFormat()) {
            case JWT -> true;
            case JSON -> false;
            case AUTO ->
                answer.headers()
                        .firstValue("Content-Type")
                        .map(it -> it.split(";", 2)[0].strip().toLowerCase(Locale.ROOT))
                        .filter("application/jwt"::equals)
                        .isPresent();
        };
    }

    private JsonNode signedUserInfo(byte[] body) {
        var claims = tokens.answered(new String(body, StandardCharsets.US_ASCII).strip());
        if (signIn.useNonce() && claims.getClaim("nonce") != null) {
            throw new Failed("the signed user info holds a nonce: it is an ID token");
        }
        return json.valueToTree(claims.toJSONObject());
    }

    private JsonNode object(byte[] body) {
        try {
            var node = json.readTree(body);
            if (node.isObject()) {
                return node;
            }
        } catch (JacksonException e) {
            // told below, like any other text that is no object
        }
        throw new Failed("an answer of the provider is no JSON object");
    }

    /** Providers put it in the ID token; the reference server looked for it beside it. */
    private static @Nullable String sid(JsonNode answer, JWTClaimsSet claims) {
        var sid = claims.getClaim("sid") instanceof String text
                ? text
                : answer.path("sid").asString(null);
        return sid != null && ClaimsReader.storable(sid) ? sid : null;
    }

    static String encoded(Map<String, String> parameters) {
        return parameters.entrySet().stream()
                .map(it -> URLEncoder.encode(it.getKey(), StandardCharsets.UTF_8) + "="
                        + URLEncoder.encode(it.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }
}
