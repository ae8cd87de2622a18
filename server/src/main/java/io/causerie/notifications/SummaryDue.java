package io.causerie.notifications;

import java.util.UUID;

/**
 * A recording is to be handed over to the summary service. Stands in the publication log while it is outstanding: never rename or move it.
 *
 * @param notification the row that says whose it is
 */
public record SummaryDue(UUID notification, UUID recording) {}
