package io.causerie.recordings;

import java.time.Instant;

/** A recording as the holder of a link sees it. */
record SharedRecording(Recording recording, String roomName, Instant expiresAt) {}
