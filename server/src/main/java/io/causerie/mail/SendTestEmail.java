package io.causerie.mail;

import io.causerie.platform.CauserieProperties;
import io.causerie.platform.Command;
import io.causerie.platform.CommandError;
import io.causerie.platform.CommandPart;
import java.util.Map;
import java.util.UUID;

/** {@code sendtestemail}: hands one mail to the mail server, or says why that was not possible (contract 02, section 14.6). */
@CommandPart("sendtestemail")
class SendTestEmail implements Command {

    private final Mailer mailer;
    private final CauserieProperties causerie;

    SendTestEmail(Mailer mailer, CauserieProperties causerie) {
        this.mailer = mailer;
        this.causerie = causerie;
    }

    @Override
    public boolean needsSchema() {
        return false;
    }

    @Override
    public void run(Options options, Console console) {
        var locale = MailLocales.of(causerie.languageCode());
        try {
            mailer.send(new Mail(UUID.randomUUID(), options.text("E-MAIL").orElse(""), locale, "test", Map.of()));
        } catch (MailFailure e) {
            throw new CommandError("The mail was not sent: " + e.getMessage()
                    + (e.smtpStatus() == null ? "" : " (" + e.smtpStatus() + ")")
                    + ". Check the DJANGO_EMAIL_* settings.");
        }
        console.say("The mail server has accepted the mail.");
    }
}
