package io.causerie.notifications;

import io.causerie.mail.Mail;
import io.causerie.mail.MailFailure;
import io.causerie.mail.Mailer;
import io.causerie.notifications.Deliveries.Channel;
import io.causerie.notifications.Deliveries.Failure;
import java.util.Optional;
import java.util.function.Function;

/**
 * Tells somebody by mail; whatever the mail server has against it may pass.
 *
 * @param word how it is called in the timeline
 * @param text what it says; empty when there is nobody to write to
 */
record MailChannel(String word, Mailer mailer, Function<Notification, Optional<Mail>> text) implements Channel {

    @Override
    public boolean send(Notification notification) {
        var mail = text.apply(notification);
        try {
            mail.ifPresent(mailer::send);
        } catch (MailFailure e) {
            throw Failure.forNow("mail_server", e.smtpStatus());
        }
        return mail.isPresent();
    }
}
