package io.causerie.mail;

import io.causerie.mail.MailTemplates.Letter;
import io.causerie.platform.CommandPart;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Date;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.Semaphore;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPSenderFailedException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.mail.MailAuthenticationException;
import org.springframework.mail.MailException;
import org.springframework.mail.MailSendException;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.stereotype.Service;

/** Hands mails to the configured server, a few at a time. Whatever fails is told without the server's words, which quote addresses. */
@Service
@CommandPart
class SmtpMailer implements Mailer {

    private static final Logger log = LoggerFactory.getLogger(SmtpMailer.class);
    private static final int AT_ONCE = 8;

    private final MailProperties properties;
    private final MailTemplates templates;
    private final JavaMailSenderImpl smtp;
    private final Clock clock;
    private final Semaphore turns = new Semaphore(AT_ONCE);

    SmtpMailer(MailProperties properties, MailTemplates templates, Clock clock) {
        this.properties = properties;
        this.templates = templates;
        this.clock = clock;
        this.smtp = smtp(properties);
    }

    @Override
    public void send(Mail mail) {
        var letter = templates.write(mail);
        if (properties.discarding()) {
            return;
        }
        if (properties.printing()) {
            System.out.println(letter.subject() + "\n\n" + letter.text());
            return;
        }
        if (properties.host().isEmpty()) {
            throw new MailFailure("no mail server is configured", null);
        }
        handOver(message(mail, letter));
    }

    private void handOver(MimeMessage message) {
        turns.acquireUninterruptibly();
        try {
            smtp.send(message);
        } catch (MailException e) {
            int missed = missed(e);
            if (missed == 0) {
                throw failure(e);
            }
            log.warn("the mail server refused {} of a mail's recipients, and took it for the others", missed);
        } finally {
            turns.release();
        }
    }

    private MimeMessage message(Mail mail, Letter letter) {
        try {
            var message = smtp.createMimeMessage();
            message.setFrom(new InternetAddress(properties.from()));
            message.setRecipients(Message.RecipientType.TO, addresses(mail.to()));
            message.setRecipients(Message.RecipientType.BCC, addresses(mail.hidden()));
            message.setSubject(letter.subject(), StandardCharsets.UTF_8.name());
            message.setSentDate(Date.from(clock.instant()));
            message.setHeader("Message-ID", "<" + mail.id() + "@" + domain() + ">");
            message.setContent(
                    new MimeMultipart("alternative", part(letter.text(), "plain"), part(letter.html(), "html")));
            return message;
        } catch (MessagingException e) {
            throw new MailFailure("an address is none", null);
        }
    }

    private static InternetAddress[] addresses(List<String> bare) throws AddressException {
        var addresses = new InternetAddress[bare.size()];
        for (int i = 0; i < addresses.length; i++) {
            addresses[i] = new InternetAddress(bare.get(i), true);
        }
        return addresses;
    }

    private static MimeBodyPart part(String text, String type) throws MessagingException {
        var part = new MimeBodyPart();
        part.setText(text, StandardCharsets.UTF_8.name(), type);
        return part;
    }

    private String domain() {
        return properties.from().substring(properties.from().indexOf('@') + 1);
    }

    /** How many recipients were refused where others were not; 0 when nobody gets the mail. */
    private static int missed(MailException e) {
        return e instanceof MailSendException sending
                        && sending.getMessageExceptions().length > 0
                        && sending.getMessageExceptions()[0] instanceof SendFailedException some
                        && some.getValidSentAddresses() != null
                        && some.getValidSentAddresses().length > 0
                ? some.getInvalidAddresses().length + some.getValidUnsentAddresses().length
                : 0;
    }

    private static MailFailure failure(MailException e) {
        if (e instanceof MailAuthenticationException) {
            return new MailFailure("the mail server does not let us sign in", 535);
        }
        var status = e instanceof MailSendException sending && sending.getMessageExceptions().length > 0
                ? status(sending.getMessageExceptions()[0])
                : status(e.getCause());
        return status == null
                ? new MailFailure("the mail server was not reached, or broke off", null)
                : new MailFailure("the mail server refused", status);
    }

    /** The reply code somewhere in the chain of what went wrong. */
    private static @Nullable Integer status(@Nullable Throwable cause) {
        return switch (cause) {
            case null -> null;
            case SMTPAddressFailedException it -> it.getReturnCode();
            case SMTPSenderFailedException it -> it.getReturnCode();
            case AuthenticationFailedException it -> 535;
            case SMTPSendFailedException it -> {
                var inner = status(it.getNextException());
                yield inner == null ? it.getReturnCode() : inner;
            }
            case MessagingException it -> status(it.getNextException());
            default -> null;
        };
    }

    private static JavaMailSenderImpl smtp(MailProperties properties) {
        var sender = new JavaMailSenderImpl();
        sender.setHost(properties.host());
        sender.setPort(properties.realPort());
        sender.setDefaultEncoding(StandardCharsets.UTF_8.name());
        Properties session = sender.getJavaMailProperties();
        session.put("mail.smtp.connectiontimeout", "5000");
        session.put("mail.smtp.timeout", String.valueOf(properties.timeout().toMillis()));
        session.put(
                "mail.smtp.writetimeout", String.valueOf(properties.timeout().toMillis()));
        session.put("mail.smtp.starttls.enable", String.valueOf(properties.useTls()));
        session.put("mail.smtp.starttls.required", String.valueOf(properties.useTls()));
        session.put("mail.smtp.ssl.enable", String.valueOf(properties.useSsl()));
        session.put("mail.smtp.ssl.checkserveridentity", "true");
        session.put("mail.smtp.allow8bitmime", "true");
        session.put("mail.smtp.sendpartial", "true");
        if (!properties.user().isEmpty()) {
            session.put("mail.smtp.auth", "true");
            sender.setUsername(properties.user());
            sender.setPassword(properties.password().value());
        }
        return sender;
    }
}
