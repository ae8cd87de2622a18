package io.causerie.mail;

/** Sends mail as text and HTML. */
public interface Mailer {

    /** Sends now; throws {@link MailFailure} whatever goes wrong between us and the mail server. */
    void send(Mail mail);
}
