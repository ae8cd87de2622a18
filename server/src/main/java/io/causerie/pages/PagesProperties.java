package io.causerie.pages;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How the web client is served.
 *
 * @param dir folder of another client's build, served instead of the bundled one; empty: the bundled one
 * @param csp {@code enforce}, {@code report} (violations are only reported by browsers) or {@code off}
 * @param frameAncestors who may embed pages, as in the Content-Security-Policy directive
 * @param connectSources further origins the client may talk to, separated by spaces
 */
@ConfigurationProperties("causerie.web-client")
record PagesProperties(
        @DefaultValue("") String dir,
        @DefaultValue("enforce") Csp csp,
        @DefaultValue("'self'") String frameAncestors,
        @DefaultValue("") String connectSources) {

    enum Csp {
        ENFORCE,
        REPORT,
        OFF
    }
}
