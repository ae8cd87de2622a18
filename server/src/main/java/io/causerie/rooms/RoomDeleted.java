package io.causerie.rooms;

import java.util.UUID;

/** A room is gone, and all that hung on it. Published in the transaction that deletes it. */
public record RoomDeleted(UUID room) {}
