package io.causerie.notifications;

import io.causerie.mail.Mailer;
import io.causerie.platform.AfterCommit;
import org.springframework.stereotype.Component;

/** Tells one owner that a recording is ready. */
@Component
class RecordingReadyMail {

    private final MailChannel channel;
    private final Deliveries deliveries;

    RecordingReadyMail(RecordingReadyText text, Mailer mailer, Deliveries deliveries) {
        this.channel = new MailChannel("mail", mailer, text::mail);
        this.deliveries = deliveries;
    }

    @AfterCommit("notifications.recording-ready")
    void on(MailQueued queued) {
        deliveries.attempt(channel, queued.notification(), queued.recording(), queued.after());
    }
}
