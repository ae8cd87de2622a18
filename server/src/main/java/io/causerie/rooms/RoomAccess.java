package io.causerie.rooms;

import io.causerie.users.User;
import java.util.UUID;

/** What one person may do on a room. */
record RoomAccess(UUID id, Role role, User user) {}
