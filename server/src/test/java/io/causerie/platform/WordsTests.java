package io.causerie.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class WordsTests {

    private static final Set<Words> COUNTING =
            EnumSet.of(Words.LONG, Words.LONG_LIST, Words.SHORT, Words.THROTTLED_FOR, Words.LEAST, Words.MOST);

    private static final Pattern ARGUMENT = Pattern.compile("\\{\\d");

    @ParameterizedTest
    @ValueSource(strings = {"", "_fr", "_de", "_nl"})
    void everyMessageIsInEveryLanguage(String suffix) throws IOException {
        var all = Arrays.stream(Words.values())
                .map(it -> it.name().toLowerCase(Locale.ROOT))
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(bundle(suffix).stringPropertyNames()).containsExactlyInAnyOrderElementsOf(all);
    }

    @ParameterizedTest
    @ValueSource(strings = {"_fr", "_de", "_nl"})
    void aTranslationHasTheArgumentsOfTheOriginal(String suffix) throws IOException {
        var english = bundle("");
        var other = bundle(suffix);
        for (var key : english.stringPropertyNames()) {
            assertThat(arguments(other.getProperty(key))).as(key).isEqualTo(arguments(english.getProperty(key)));
        }
    }

    @ParameterizedTest
    @EnumSource(Words.class)
    void everyMessageCanBeSaid(Words words) {
        boolean counts = COUNTING.contains(words);
        for (var language : new Locale[] {Locale.US, Locale.FRANCE, Locale.GERMANY, Locale.of("nl", "NL")}) {
            var said = counts ? words.in(language, 1200) : words.in(language, "it's {0}", "b");
            assertThat(said).isNotBlank().doesNotContain("{1}").doesNotContain("''");
        }
    }

    @Test
    void countsAreWrittenAsTheContractDoes() {
        assertThat(Words.THROTTLED_FOR.in(Locale.US, 1))
                .isEqualTo("Request was throttled. Expected available in 1 second.");
        assertThat(Words.THROTTLED_FOR.in(Locale.US, 57))
                .isEqualTo("Request was throttled. Expected available in 57 seconds.");
        assertThat(Words.LONG.in(Locale.US, 1500)).isEqualTo("Ensure this field has no more than 1500 characters.");
    }

    private static String arguments(String message) {
        return ARGUMENT.matcher(message)
                .results()
                .map(it -> it.group())
                .distinct()
                .sorted()
                .collect(Collectors.joining());
    }

    private static Properties bundle(String suffix) throws IOException {
        var name = "words" + suffix + ".properties";
        var properties = new Properties();
        try (var in = Objects.requireNonNull(Words.class.getResourceAsStream(name), name)) {
            properties.load(new InputStreamReader(in, StandardCharsets.UTF_8));
        }
        return properties;
    }
}
