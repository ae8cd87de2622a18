package io.causerie.recordings;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a recorder page is told to do, once. */
record RecorderTask(
        UUID recordingId,
        RecordingMode mode,
        LiveKit livekit,
        String uploadToken,
        int chunkMs,
        long emptyTimeoutMs,
        @Nullable Long maxDurationMs,
        int width,
        int height,
        int fps,
        String roomName) {

    /** Where the meeting is, and the key to it. */
    record LiveKit(String url, String token) {}

    @Override
    public String toString() {
        return "RecorderTask[" + recordingId + "]";
    }
}
