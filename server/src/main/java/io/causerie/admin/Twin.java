package io.causerie.admin;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One of several accounts with the same e-mail.
 *
 * @param privileged whether staff or superuser, or member of a group, or with a permission of its own
 */
record Twin(
        UUID id,
        Instant createdAt,
        @Nullable String sub,
        @Nullable String adminEmail,
        String password,
        boolean privileged) {

    private static final DateTimeFormatter SECONDS = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss");
    private static final DateTimeFormatter MICROS = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss.SSSSSS");

    /** Whether somebody has signed in to it: its identity must not get lost. */
    boolean activated() {
        return sub != null && !sub.isEmpty();
    }

    String told() {
        var utc = createdAt.atOffset(ZoneOffset.UTC);
        return id + " (created " + (utc.getNano() == 0 ? SECONDS : MICROS).format(utc) + "+00:00)";
    }
}
