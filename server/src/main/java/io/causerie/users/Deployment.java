package io.causerie.users;

import io.causerie.platform.Secret;
import java.util.List;
import java.util.Set;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What kind of deployment this is, as far as cookies depend on it (contract 01, section 23).
 *
 * @param configuration the configuration class of the reference server
 * @param url the public address, empty when not told
 * @param secretKey binds sessions to this deployment; changing it ends them all
 */
@ConfigurationProperties("causerie")
record Deployment(
        @DefaultValue("Production") String configuration,
        @DefaultValue("") String url,
        @DefaultValue("") Secret secretKey) {

    private static final Set<String> PRODUCTION =
            Set.of("Production", "Feature", "Staging", "Sandbox", "PreProduction", "Demo");

    String sessionCookie() {
        return configuration.equals("Development") ? "meet_sessionid" : "sessionid";
    }

    /** Whether cookies are for HTTPS only: a standalone server behind a name with TLS counts as well. */
    boolean secureCookies() {
        return url.isEmpty() ? PRODUCTION.contains(configuration) : url.startsWith("https:");
    }

    /** The origins trusted for CSRF: fixed in development, none in tests. */
    List<String> trustedOrigins(List<String> configured) {
        return switch (configuration) {
            case "Development" -> List.of("http://localhost:8072", "http://localhost:3000");
            case "Base", "Test", "ContinuousIntegration", "Build" -> List.of();
            default -> configured;
        };
    }
}
