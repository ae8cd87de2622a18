package io.causerie.mail;

import io.causerie.platform.Secret;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The mail server, and what every mail says of us (contract 01, section 22.7).
 *
 * @param backend the reference server's name of the way out; {@code console} prints, {@code locmem} and {@code dummy} drop, everything else is SMTP
 * @param host of the mail server; empty: mail cannot be sent
 * @param port of the mail server; null means 25, or 465 with {@code useSsl}
 * @param user to sign in with; empty: without
 * @param useTls whether the connection must be raised to TLS (STARTTLS)
 * @param useSsl whether it is TLS from the beginning
 * @param timeout how long the server may be silent
 * @param from the sender's bare address
 * @param brandName who we are
 * @param supportEmail whom to ask
 * @param logoImg address of a picture
 */
@ConfigurationProperties("causerie.mail")
record MailProperties(
        @DefaultValue("") String backend,
        @DefaultValue("") String host,
        @Nullable Integer port,
        @DefaultValue("") String user,
        @DefaultValue("") Secret password,
        @DefaultValue("false") boolean useTls,
        @DefaultValue("false") boolean useSsl,
        @DefaultValue("20s") Duration timeout,
        @DefaultValue("from@example.com") String from,
        @DefaultValue("") String brandName,
        @DefaultValue("") String supportEmail,
        @DefaultValue("") String logoImg) {

    MailProperties {
        if (useTls && useSsl) {
            throw new IllegalArgumentException("DJANGO_EMAIL_USE_TLS and DJANGO_EMAIL_USE_SSL exclude each other.");
        }
    }

    int realPort() {
        return port != null ? port : useSsl ? 465 : 25;
    }

    /** Whether mails go nowhere on purpose. */
    boolean discarding() {
        return backend.contains(".locmem.") || backend.contains(".dummy.");
    }

    boolean printing() {
        return backend.contains(".console.");
    }
}
