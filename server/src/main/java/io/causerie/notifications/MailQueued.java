package io.causerie.notifications;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One person is to be told by mail. Stands in the publication log while it is outstanding: never rename or move it.
 *
 * @param notification the row that says whom
 * @param recording what about
 * @param after the notification whose first attempt comes before this one's; null for the first
 */
public record MailQueued(
        UUID notification, UUID recording, @Nullable UUID after) {}
