package io.causerie.users;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What people may choose and see (contract 01, sections 6 and 11.4).
 *
 * @param languages pairs such as {@code en-us,English;fr-fr,French}
 * @param listed whether everybody signed in may list everybody
 */
@ConfigurationProperties("causerie.users")
record UserProperties(
        @DefaultValue("en-us,English") String languages,
        @DefaultValue("false") boolean listed) {

    Set<String> languageCodes() {
        return Arrays.stream(languages.split(";"))
                .map(it -> it.split(",", 2)[0].strip())
                .filter(it -> !it.isEmpty())
                .collect(Collectors.toUnmodifiableSet());
    }
}
