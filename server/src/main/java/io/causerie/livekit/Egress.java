package io.causerie.livekit;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** LiveKit's recorder of composite rooms (contract 04, sections 5.3 to 5.6). Every call may throw {@link LiveKitException}. */
public interface Egress {

    /** Where the file goes in the object store. */
    record S3Target(
            @Nullable String endpoint,
            String accessKey,
            io.causerie.platform.Secret secret,
            @Nullable String region,
            String bucket) {}

    /** Picture quality; sent only when the operator chose it. */
    record Encoding(
            int width, int height, int framerate, int videoKbps, int audioKbps, double keyFrameIntervalSeconds) {}

    /** A running or ended egress. Files are object keys. */
    record Info(
            String id,
            String room,
            Status status,
            List<File> files,
            @Nullable String error) {}

    record File(
            String path,
            @Nullable Instant startedAt,
            @Nullable Instant endedAt,
            long bytes) {}

    /** LiveKit's EgressStatus, same names. */
    enum Status {
        STARTING,
        ACTIVE,
        ENDING,
        COMPLETE,
        FAILED,
        ABORTED,
        LIMIT_REACHED
    }

    /** Starts a composite of picture and sound as MP4; answers the egress id. The room's name is passed on untouched. */
    String startVideo(String room, String filepath, S3Target target, @Nullable Encoding encoding);

    /** Starts a composite of the sound alone as Ogg; answers the egress id. */
    String startAudio(String room, String filepath, S3Target target);

    /** Asks an egress to end; answers its status, null when LiveKit told none. */
    @Nullable
    Status stop(String egressId);

    /** The egress with that id; empty list when LiveKit does not know it (any more). */
    List<Info> byId(String egressId);

    /** Every egress of a room that LiveKit still knows. */
    List<Info> ofRoom(String room);
}
