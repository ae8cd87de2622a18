package io.causerie.standalone;

import java.net.URI;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.Set;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.settings.ClientSettings;
import org.springframework.security.oauth2.server.authorization.settings.TokenSettings;

/** The application as the provider's only client. */
final class ProviderClient {

    private ProviderClient() {}

    static RegisteredClient of(ProviderAgreement properties) {
        var origins = origins(properties.issuer());
        return RegisteredClient.withId("causerie")
                .clientId(properties.clientId())
                .clientSecret(properties.clientSecret().value())
                .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_POST)
                .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
                .redirectUris(it -> origins.forEach(origin -> it.add(origin + "/api/v1.0/callback/")))
                .postLogoutRedirectUris(it -> origins.forEach(origin -> it.add(origin + "/api/v1.0/logout-callback/")))
                .scopes(it -> it.addAll(Set.of("openid", "email", "profile")))
                .clientSettings(ClientSettings.builder()
                        .requireProofKey(false)
                        .requireAuthorizationConsent(false)
                        .build())
                .tokenSettings(TokenSettings.builder()
                        .authorizationCodeTimeToLive(Duration.ofMinutes(1))
                        .accessTokenTimeToLive(Duration.ofMinutes(2))
                        .build())
                .build();
    }

    /** The public address, and this machine under its usual names. */
    static Set<String> origins(String issuer) {
        var origins = new LinkedHashSet<String>();
        origins.add(issuer);
        int port = URI.create(issuer).getPort();
        if (issuer.startsWith("http:") && port > 0) {
            origins.add("http://localhost:" + port);
            origins.add("http://127.0.0.1:" + port);
        }
        return origins;
    }
}
