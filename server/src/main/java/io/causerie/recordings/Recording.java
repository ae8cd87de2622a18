package io.causerie.recordings;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A recording of a room (contract 04, section 1.3).
 *
 * @param workerId what its worker calls it: an egress id, or {@code BR_...} for the browser recorder; null before it started
 * @param options an object; keys unknown to us are kept
 */
public record Recording(
        UUID id,
        Instant createdAt,
        Instant updatedAt,
        RecordingStatus status,
        @Nullable String workerId,
        UUID roomId,
        RecordingMode mode,
        JsonNode options,
        @Nullable String externalProcessId) {

    /** Whether it is known what its worker calls it. */
    boolean known() {
        return workerId != null && !workerId.isEmpty();
    }

    /** The same as it would be if nobody knew what its worker calls it. */
    Recording withoutWorker() {
        return new Recording(id, createdAt, updatedAt, status, null, roomId, mode, options, externalProcessId);
    }

    /** The mode the person chose: a client may have asked for another one to get it (section 5.1). */
    String shownMode() {
        return options.path("original_mode").asString(mode.wire());
    }
}
