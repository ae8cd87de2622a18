package io.causerie.platform;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The languages a request can be answered in (contract 01, section 6).
 *
 * @param languages pairs such as {@code en-us,English;fr-fr,French}, the preferred first
 */
@ConfigurationProperties("causerie.users")
record LanguageProperties(@DefaultValue("en-us,English") String languages) {

    List<String> codes() {
        return Arrays.stream(languages.split(";"))
                .map(it -> it.split(",", 2)[0].strip().toLowerCase(Locale.ROOT))
                .filter(it -> !it.isEmpty())
                .toList();
    }
}
