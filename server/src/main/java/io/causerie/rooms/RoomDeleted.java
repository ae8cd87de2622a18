package io.causerie.rooms;

import java.util.List;
import java.util.UUID;

/** A room is gone, and with it the rows of its recordings, though not their files. Published in the transaction that deletes them. */
public record RoomDeleted(UUID room, List<UUID> recordings) {}
