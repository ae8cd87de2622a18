package io.causerie.standalone;

import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.ResourceBundle.Control;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The words of the inbox page. */
final class InboxWords {

    private static final List<String> KNOWN = List.of("en", "fr", "de", "nl");
    private static final Control ENGLISH_OTHERWISE = Control.getNoFallbackControl(Control.FORMAT_PROPERTIES);

    private InboxWords() {}

    /** The wanted language if it is known, else English. */
    static Locale language(Locale wanted) {
        return KNOWN.contains(wanted.getLanguage()) ? Locale.of(wanted.getLanguage()) : Locale.ENGLISH;
    }

    static Map<String, String> in(Locale wanted) {
        var bundle = ResourceBundle.getBundle("io.causerie.standalone.inbox", language(wanted), ENGLISH_OTHERWISE);
        return Collections.list(bundle.getKeys()).stream()
                .collect(Collectors.toMap(Function.identity(), bundle::getString));
    }
}
