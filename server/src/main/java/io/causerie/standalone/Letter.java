package io.causerie.standalone;

import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/**
 * A received mail, as the inbox shows it.
 *
 * @param date as the sender wrote it; null when he did not
 * @param html null when the mail has none
 */
record Letter(
        String id,
        List<String> to,
        String subject,
        @Nullable Instant date,
        String text,
        @Nullable String html) {

    private static final Session SESSION = Session.getInstance(new Properties());

    /** A mail that cannot be read is shown as such; it must not hide the others. */
    static Letter read(String id, byte[] bytes) {
        try {
            var message = new MimeMessage(SESSION, new ByteArrayInputStream(bytes));
            var recipients = message.getAllRecipients();
            var to = recipients == null
                    ? delivered(message)
                    : Arrays.stream(recipients)
                            .map(it -> it instanceof InternetAddress one ? one.getAddress() : it.toString())
                            .toList();
            var subject = message.getSubject();
            var sent = message.getSentDate();
            var text = body(message, "text/plain");
            return new Letter(
                    id,
                    to,
                    subject == null ? "" : subject,
                    sent == null ? null : sent.toInstant(),
                    text == null ? "" : text,
                    body(message, "text/html"));
        } catch (MessagingException | IOException e) {
            return new Letter(id, List.of(), "(unreadable)", null, "", null);
        }
    }

    /** Whom the envelope named, where the mail itself names nobody. */
    private static List<String> delivered(MimeMessage message) throws MessagingException {
        var header = message.getHeader("Delivered-To");
        return header == null ? List.of() : List.of(header);
    }

    /** The first part of this type, depth first. */
    private static @Nullable String body(Part part, String type) throws MessagingException, IOException {
        if (part.isMimeType(type) && part.getContent() instanceof String text) {
            return text;
        }
        if (part.isMimeType("multipart/*") && part.getContent() instanceof Multipart parts) {
            for (int i = 0; i < parts.getCount(); i++) {
                var found = body(parts.getBodyPart(i), type);
                if (found != null) {
                    return found;
                }
            }
        }
        return null;
    }
}
