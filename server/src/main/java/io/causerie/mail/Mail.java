package io.causerie.mail;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One message, to one person or to several who do not learn of each other.
 *
 * @param id names the message, also when it is sent again: a receiver that gets it twice can tell
 * @param to whom it is openly to: bare addresses, never logged
 * @param hidden who gets it unseen by all others
 * @param subject null for that of the template
 * @param locale one that {@link MailLocales} knows
 * @param template name of the template pair below {@code templates/mail/}, and prefix of its words there
 * @param model what the template shows; null members are left out of the text
 */
public record Mail(
        UUID id,
        List<String> to,
        List<String> hidden,
        @Nullable String subject,
        Locale locale,
        String template,
        Map<String, @Nullable Object> model) {

    /** To one person. */
    public Mail(UUID id, String to, Locale locale, String template, Map<String, @Nullable Object> model) {
        this(id, List.of(to), List.of(), null, locale, template, model);
    }

    /** To several people, each of whom seems to be alone. */
    public static Mail hidden(
            List<String> people, String subject, Locale locale, String template, Map<String, @Nullable Object> model) {
        return new Mail(UUID.randomUUID(), List.of(), people, subject, locale, template, model);
    }
}
