package io.causerie.recordings;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** A recording on the wire, its members in this order (contract 04, section 11.1). */
record RecordingAnswer(
        UUID id,
        RoomAnswer room,
        Instant createdAt,
        Instant updatedAt,
        RecordingStatus status,
        RecordingMode mode,
        JsonNode options,
        String key,
        boolean isExpired,
        @Nullable Instant expiredAt) {

    /** As much of the room as a recording tells. */
    record RoomAnswer(UUID id, String name, @Nullable String slug, String accessLevel) {}

    static RecordingAnswer of(SeenRecording seen, String key, @Nullable Instant expiredAt, Instant now) {
        var it = seen.recording();
        return new RecordingAnswer(
                it.id(),
                new RoomAnswer(it.roomId(), seen.roomName(), seen.roomSlug(), seen.roomAccessLevel()),
                it.createdAt(),
                it.updatedAt(),
                it.status(),
                it.mode(),
                it.options(),
                key,
                expiredAt != null && expiredAt.isBefore(now),
                expiredAt);
    }
}
