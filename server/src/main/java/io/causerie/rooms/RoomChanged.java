package io.causerie.rooms;

import java.util.UUID;

/** A room's access level or configuration is another than before. */
public record RoomChanged(UUID room) {}
