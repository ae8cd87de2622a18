package io.causerie.notifications;

import io.causerie.mail.Mailer;
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
        var warning = new MailChannel("warning_mail", mailer, it -> text.expiring(it, due.days()));
        deliveries.attempt(warning, due.notification(), due.recording(), null);
    }
}
