package io.causerie.platform;

import java.util.Locale;
import java.util.Set;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Whether the API's document and its pages are served (contract 01, section 17).
 *
 * @param enabled yes or no; empty: where people develop and test
 */
@ConfigurationProperties("causerie.api-document")
record ApiDocumentProperties(@DefaultValue("") String enabled) {

    private static final Set<String> YES = Set.of("true", "t", "yes", "y", "on", "1");
    private static final Set<String> DEVELOPERS = Set.of("development", "test", "continuousintegration");

    boolean told(String configuration) {
        var word = enabled.strip().toLowerCase(Locale.ROOT);
        return word.isEmpty() ? DEVELOPERS.contains(configuration.toLowerCase(Locale.ROOT)) : YES.contains(word);
    }
}
