package io.causerie.rooms;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Somebody may do other things on a room than before. Published in the transaction that stores it.
 *
 * @param role theirs from now on; null when they have none any more
 */
public record RoleChanged(UUID room, UUID user, @Nullable Role role) {}
