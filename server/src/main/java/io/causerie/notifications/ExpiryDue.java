package io.causerie.notifications;

import java.util.UUID;

/**
 * One owner is to be warned that a recording will be deleted. Stands in the publication log while it is outstanding: never rename or move it.
 *
 * @param days how many are left
 */
public record ExpiryDue(UUID notification, UUID recording, int days) {}
