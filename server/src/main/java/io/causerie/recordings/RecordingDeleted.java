package io.causerie.recordings;

import java.util.UUID;

/** The row of a recording is gone, and its objects are to follow. Stands in the publication log while it is outstanding: never rename or move it. */
record RecordingDeleted(UUID recording) {}
