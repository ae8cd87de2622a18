package io.causerie.rooms;

import java.util.UUID;

/**
 * A room is about to be deleted. Published in the transaction that deletes it, for those who keep something that hangs on it: they delete it, or throw the
 * {@link io.causerie.platform.ApiException} that says why the room must stay.
 *
 * @param by who deletes it
 */
public record RoomDeleting(UUID room, UUID by) {}
