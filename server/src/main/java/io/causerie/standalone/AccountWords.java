package io.causerie.standalone;

import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.ResourceBundle.Control;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The words of the sign-in pages, in the language a browser asks for. */
final class AccountWords {

    private static final List<Locale> KNOWN = List.of(Locale.ENGLISH, Locale.FRENCH, Locale.GERMAN, Locale.of("nl"));
    private static final Control ENGLISH_OTHERWISE = Control.getNoFallbackControl(Control.FORMAT_PROPERTIES);

    private AccountWords() {}

    /** The best known language of an {@code Accept-Language} header. */
    static Locale language(@Nullable String accepted) {
        try {
            var wanted = Locale.LanguageRange.parse(accepted == null || accepted.isBlank() ? "en" : accepted);
            var found = Locale.lookup(wanted, KNOWN);
            return found == null ? Locale.ENGLISH : found;
        } catch (IllegalArgumentException e) {
            return Locale.ENGLISH;
        }
    }

    static Map<String, String> in(Locale language) {
        var locale = language.equals(Locale.ENGLISH) ? Locale.ROOT : language;
        var bundle = ResourceBundle.getBundle("io.causerie.standalone.accounts", locale, ENGLISH_OTHERWISE);
        return Collections.list(bundle.getKeys()).stream()
                .collect(Collectors.toMap(Function.identity(), bundle::getString));
    }
}
