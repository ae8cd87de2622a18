package io.causerie.mail;

import java.util.List;
import java.util.Locale;

/** The languages our mails are written in. */
public final class MailLocales {

    private static final List<Locale> KNOWN = List.of(Locale.US, Locale.FRANCE, Locale.GERMANY, Locale.of("nl", "NL"));

    private MailLocales() {}

    /** The one for a person's language, such as {@code fr-fr}; English when it is not among ours. */
    public static Locale of(String language) {
        var wanted = Locale.forLanguageTag(language).getLanguage();
        return KNOWN.stream()
                .filter(it -> it.getLanguage().equals(wanted))
                .findFirst()
                .orElse(Locale.US);
    }
}
