package io.causerie.rooms;

import java.util.UUID;

/**
 * Somebody made a room. Published in the transaction that stores it.
 *
 * @param user its maker and owner
 * @param fromCallback whether a page waits to be told of it
 */
public record RoomCreated(UUID room, UUID user, AccessLevel accessLevel, boolean fromCallback) {}
