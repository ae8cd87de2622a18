package io.causerie.platform;

import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Which requests come in, and whose pages may read the answers (contract 01, section 10).
 *
 * @param allowedHosts hosts requests may be for: exact, {@code .suffix}, or {@code *}
 * @param trustedProxies networks of the proxies that are believed; empty: the configuration's own
 * @param corsAllOrigins whether pages of every origin may read answers
 * @param corsOrigins the origins whose pages may
 * @param corsOriginRegexes the same, matched from the start
 */
@ConfigurationProperties("causerie.door")
record DoorProperties(
        @DefaultValue List<String> allowedHosts,
        @DefaultValue("") String trustedProxies,
        @DefaultValue("false") boolean corsAllOrigins,
        @DefaultValue List<String> corsOrigins,
        @DefaultValue List<String> corsOriginRegexes) {}
