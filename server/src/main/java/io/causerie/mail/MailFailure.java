package io.causerie.mail;

import org.jspecify.annotations.Nullable;

/** A mail that could not be handed over. Holds no address and no text of the server, which may quote one. */
public class MailFailure extends RuntimeException {

    private final @Nullable Integer smtpStatus;

    /** {@code smtpStatus}: the server's reply code; null when it was not reached. */
    public MailFailure(String reason, @Nullable Integer smtpStatus) {
        super(reason);
        this.smtpStatus = smtpStatus;
    }

    public @Nullable Integer smtpStatus() {
        return smtpStatus;
    }
}
