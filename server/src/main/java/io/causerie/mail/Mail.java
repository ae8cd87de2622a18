package io.causerie.mail;

import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One message to one person.
 *
 * @param id names the message, also when it is sent again: a receiver that gets it twice can tell
 * @param to bare address; never logged
 * @param locale one that {@link MailLocales} knows
 * @param template name of the template pair below {@code templates/mail/}, and prefix of its words there
 * @param model what the template shows; null members are left out of the text
 */
public record Mail(UUID id, String to, Locale locale, String template, Map<String, @Nullable Object> model) {}
