package io.causerie.notifications;

import io.causerie.mail.MailFailure;
import io.causerie.mail.Mailer;
import io.causerie.platform.AfterCommit;
import io.causerie.platform.FirstAttempts;
import io.causerie.platform.TryAgain;
import io.causerie.recordings.Recordings;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Tells one owner that a recording is ready. Claimed before it is sent, so that however often it is asked for, one mail leaves; asked for again by the
 * publication log until it left or 72 hours are over. Holds no connection while the mail server thinks.
 */
@Component
class RecordingReadyMail {

    private static final Logger log = LoggerFactory.getLogger(RecordingReadyMail.class);
    private static final Duration PATIENCE = Duration.ofHours(72);

    private final NotificationRepository repository;
    private final RecordingReadyText text;
    private final Mailer mailer;
    private final Recordings recordings;
    private final Deferral deferral;

    RecordingReadyMail(
            NotificationRepository repository,
            RecordingReadyText text,
            Mailer mailer,
            Recordings recordings,
            Deferral deferral) {
        this.repository = repository;
        this.text = text;
        this.mailer = mailer;
        this.recordings = recordings;
        this.deferral = deferral;
    }

    /** When attempts happen, and who waits for them. */
    @Component
    record Deferral(FirstAttempts attempts, Clock clock) {}

    @AfterCommit("notifications.recording-ready")
    void on(MailQueued queued) {
        if (queued.after() != null) {
            deferral.attempts().await(queued.after());
        }
        try {
            tell(queued);
        } finally {
            deferral.attempts().done(queued.notification());
            deferral.attempts().done(queued.recording());
        }
    }

    private void tell(MailQueued queued) {
        var claimed = repository.claim(queued.notification(), deferral.clock().instant());
        if (claimed.isPresent()) {
            settle(claimed.get(), attempt(claimed.get()));
        } else if (!repository.settled(queued.notification())) {
            throw new TryAgain("a mail"); // somebody else is at it, or died at it: seen to when the lease is over
        }
    }

    private Outcome attempt(Notification it) {
        Outcome outcome;
        try {
            var mail = text.mail(it);
            mail.ifPresent(mailer::send);
            outcome = mail.isPresent() ? Outcome.SENT : Outcome.SKIPPED;
        } catch (MailFailure e) {
            return failed(it, e.smtpStatus());
        } catch (RuntimeException e) {
            log.error("the mail of recording {} cannot be written", it.recording(), e);
            return failed(it, null);
        }
        // outside: a database that fails now must not count as a mail that failed, which would send it again at once
        repository.record(it.id(), outcome, null);
        return outcome;
    }

    private Outcome failed(Notification it, @Nullable Integer status) {
        boolean over = it.createdAt().plus(PATIENCE).isBefore(deferral.clock().instant());
        var outcome = over ? Outcome.GIVEN_UP : Outcome.QUEUED;
        repository.record(it.id(), outcome, status);
        log.error(
                "notification could not be sent: recording {}, mail {} of {}, attempt {}, SMTP status {}",
                it.recording(),
                it.number(),
                it.of(),
                it.attempts(),
                status == null ? "none" : status);
        if (it.attempts() == 1 || over) {
            note(it, over ? "mail_given_up" : "mail_failed", status);
        }
        return outcome;
    }

    private void settle(Notification it, Outcome outcome) {
        switch (outcome) {
            case SENT -> {
                note(it, "mail_sent", null);
                conclude(it);
            }
            case SKIPPED -> conclude(it);
            case GIVEN_UP ->
                log.error("a person was not told of recording {}: given up after 72 hours", it.recording());
            case QUEUED -> throw new TryAgain("a mail");
        }
    }

    private void conclude(Notification it) {
        if (repository.allTold(it.recording())) {
            recordings.notified(it.recording());
        }
    }

    private void note(Notification it, String kind, @Nullable Integer status) {
        var details = new LinkedHashMap<String, Object>();
        details.put("mail", it.number());
        details.put("of", it.of());
        details.put("attempts", it.attempts());
        if (status != null) {
            details.put("smtp_status", status);
        }
        recordings.note(it.recording(), kind, details);
    }
}
