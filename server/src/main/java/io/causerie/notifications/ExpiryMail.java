package io.causerie.notifications;

import io.causerie.mail.MailFailure;
import io.causerie.mail.Mailer;
import io.causerie.notifications.Deliveries.Channel;
import io.causerie.notifications.Deliveries.Failure;
import io.causerie.platform.AfterCommit;
import org.springframework.stereotype.Component;

/** Warns one owner that a recording will be deleted soon. */
@Component
class ExpiryMail {

    private final RecordingReadyText text;
    private final Mailer mailer;
    private final Deliveries deliveries;

    ExpiryMail(RecordingReadyText text, Mailer mailer, Deliveries deliveries) {
        this.text = text;
        this.mailer = mailer;
        this.deliveries = deliveries;
    }

    @AfterCommit("notifications.expiry")
    void on(ExpiryDue due) {
        deliveries.attempt(new Warning(due.days()), due.notification(), due.recording(), null);
    }

    private final class Warning implements Channel {

        private final int days;

        private Warning(int days) {
            this.days = days;
        }

        @Override
        public String word() {
            return "warning_mail";
        }

        @Override
        public boolean send(Notification notification) {
            var mail = text.expiring(notification, days);
            try {
                mail.ifPresent(mailer::send);
            } catch (MailFailure e) {
                throw Failure.forNow("mail_server", e.smtpStatus());
            }
            return mail.isPresent();
        }
    }
}
