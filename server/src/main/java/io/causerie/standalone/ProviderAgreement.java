package io.causerie.standalone;

import io.causerie.platform.Secret;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What the built-in provider and the application, its only client, agree on: the application's own settings (contract 01, section 22.4).
 *
 * @param issuer the public address
 */
@ConfigurationProperties("causerie.oidc")
record ProviderAgreement(
        @DefaultValue("") String issuer,
        @DefaultValue("") String clientId,
        @DefaultValue("") Secret clientSecret) {}
