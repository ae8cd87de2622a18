package io.causerie.users;

import io.causerie.platform.Secret;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Where the identity provider is and how it is spoken to (contract 01, sections 9.1 and 22.4); unset texts are empty.
 *
 * @param issuer the {@code iss} its tokens must have; not compared when empty
 * @param userEndpointFormat how the user info is read
 * @param timeout seconds for each call, from its start to the last byte of the answer
 * @param proxy address of an HTTP proxy for these calls
 */
@ConfigurationProperties("causerie.oidc")
record ProviderProperties(
        String clientId,
        Secret clientSecret,
        String signAlgorithm,
        String authorizationEndpoint,
        String tokenEndpoint,
        String userEndpoint,
        UserInfoFormat userEndpointFormat,
        String jwksEndpoint,
        String logoutEndpoint,
        String issuer,
        boolean verifySsl,
        int timeout,
        String proxy) {

    /** {@code AUTO} goes by the media type of the answer. */
    enum UserInfoFormat {
        AUTO,
        JWT,
        JSON
    }
}
