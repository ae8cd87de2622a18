package io.causerie.notifications;

import io.causerie.mail.MailFailure;
import io.causerie.mail.Mailer;
import io.causerie.notifications.Deliveries.Channel;
import io.causerie.notifications.Deliveries.Failure;
import io.causerie.platform.AfterCommit;
import org.springframework.stereotype.Component;

/** Tells one owner that a recording is ready. */
@Component
class RecordingReadyMail implements Channel {

    private final RecordingReadyText text;
    private final Mailer mailer;
    private final Deliveries deliveries;

    RecordingReadyMail(RecordingReadyText text, Mailer mailer, Deliveries deliveries) {
        this.text = text;
        this.mailer = mailer;
        this.deliveries = deliveries;
    }

    @AfterCommit("notifications.recording-ready")
    void on(MailQueued queued) {
        deliveries.attempt(this, queued.notification(), queued.recording(), queued.after());
    }

    @Override
    public String word() {
        return "mail";
    }

    @Override
    public boolean send(Notification notification) {
        var mail = text.mail(notification);
        try {
            mail.ifPresent(mailer::send);
        } catch (MailFailure e) {
            throw Failure.forNow("mail_server", e.smtpStatus());
        }
        return mail.isPresent();
    }
}
