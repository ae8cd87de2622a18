package io.causerie.recordings;

import java.util.UUID;

/** The rows of all recordings of a room are gone, and their objects are to follow. Stands in the publication log while it is outstanding: never rename or move it. */
record RoomRecordingsDeleted(UUID room) {}
