package io.causerie.rooms;

import java.util.UUID;

/** A moderator puts somebody out of a meeting. Published before LiveKit is told, so that whoever hears it can shut the door first. */
public record ParticipantRemoved(UUID room, String identity) {}
