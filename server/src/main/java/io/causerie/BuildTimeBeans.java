package io.causerie;

import java.util.Map;
import org.springframework.util.ClassUtils;

/**
 * The beans as the build laid them out for a standalone server, which halves the work of its start (ADR 0030). They are those of profile
 * {@code standalone} with the built-in identity provider; any other server finds its beans by itself.
 */
final class BuildTimeBeans {

    private static final String GENERATED = "io.causerie.Causerie__ApplicationContextInitializer";

    private BuildTimeBeans() {}

    static boolean fit(Map<String, String> environment) {
        return areMeantFor(environment) && ClassUtils.isPresent(GENERATED, null);
    }

    static boolean areMeantFor(Map<String, String> environment) {
        return environment.getOrDefault("SPRING_PROFILES_ACTIVE", "").equals("standalone")
                && environment
                        .getOrDefault("OIDC_OP_AUTHORIZATION_ENDPOINT", "")
                        .isBlank();
    }
}
