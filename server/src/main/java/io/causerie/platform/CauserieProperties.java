package io.causerie.platform;

import java.util.Locale;
import java.util.Set;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What concerns the whole server.
 *
 * @param url public address, without a final slash; empty: taken from each request
 * @param secretKey signs what must not be forged
 * @param configuration the reference server's configuration class, such as {@code Production} (contract 01, section 23)
 * @param languageCode language of people who chose none, and of requests that name none
 */
@ConfigurationProperties("causerie")
public record CauserieProperties(
        @DefaultValue("") String url,
        @DefaultValue("") Secret secretKey,
        @DefaultValue("Production") String configuration,
        @DefaultValue("en-us") String languageCode) {

    private static final Set<String> PRODUCTION =
            Set.of("production", "feature", "staging", "sandbox", "preproduction", "demo");

    /** Whether requests arrive through a proxy that ends TLS: secure cookies, https redirect (contract 01, section 10.2). */
    public boolean production() {
        return PRODUCTION.contains(configuration.toLowerCase(Locale.ROOT));
    }

    public boolean development() {
        return configuration.equalsIgnoreCase("Development");
    }
}
