package io.causerie.users;

import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How long browsers stay signed in (contract 01, sections 8 and 22).
 *
 * @param engine the reference server's name for where sessions are kept; in Redis only if it ends with {@code .cache} or is empty, and there is a Redis
 * @param age seconds from the last change of a session to its end
 * @param csrfTrustedOrigins other origins whose pages may send unsafe requests; {@code *.} stands for a domain and all below it
 */
@ConfigurationProperties("causerie.session")
record SessionProperties(
        @DefaultValue("") String engine,
        @DefaultValue("43200") int age,
        @DefaultValue List<String> csrfTrustedOrigins) {

    boolean inCache() {
        return engine.isBlank() || engine.strip().endsWith(".cache");
    }
}
