package io.causerie.mail;

import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One message to one person.
 *
 * @param to bare address; never logged
 * @param template name of the template pair below {@code templates/mail/}
 * @param model what the template shows; null members are left out of the text
 */
public record Mail(String to, Locale locale, String template, Map<String, @Nullable Object> model) {}
