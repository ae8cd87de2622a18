package io.causerie.livekit;

import java.time.Instant;
import java.util.List;
import livekit.LivekitEgress;
import livekit.LivekitEgress.EgressInfo;
import livekit.LivekitEgress.FileInfo;
import org.jspecify.annotations.Nullable;

/** Turns LiveKit's words about an egress into ours. */
final class EgressInfos {

    private EgressInfos() {}

    static Egress.Info of(EgressInfo info) {
        return new Egress.Info(
                info.getEgressId(),
                info.getRoomName(),
                status(info.getStatus()),
                files(info),
                info.getError().isEmpty() ? null : info.getError());
    }

    /** A status added to LiveKit after this release counts as one that changes nothing. */
    static Egress.Status status(LivekitEgress.EgressStatus status) {
        return switch (status) {
            case EGRESS_STARTING, UNRECOGNIZED -> Egress.Status.STARTING;
            case EGRESS_ACTIVE -> Egress.Status.ACTIVE;
            case EGRESS_ENDING -> Egress.Status.ENDING;
            case EGRESS_COMPLETE -> Egress.Status.COMPLETE;
            case EGRESS_FAILED -> Egress.Status.FAILED;
            case EGRESS_ABORTED -> Egress.Status.ABORTED;
            case EGRESS_LIMIT_REACHED -> Egress.Status.LIMIT_REACHED;
        };
    }

    /** What was written; before anything was, what was asked for. */
    private static List<Egress.File> files(EgressInfo info) {
        if (info.getFileResultsCount() > 0) {
            return info.getFileResultsList().stream().map(EgressInfos::file).toList();
        }
        return info.getRoomComposite().getFileOutputsList().stream()
                .map(it -> new Egress.File(it.getFilepath(), null, null, 0))
                .toList();
    }

    private static Egress.File file(FileInfo file) {
        return new Egress.File(
                file.getFilename(), instant(file.getStartedAt()), instant(file.getEndedAt()), file.getSize());
    }

    private static @Nullable Instant instant(long nanoseconds) {
        return nanoseconds == 0 ? null : Instant.ofEpochSecond(0, nanoseconds);
    }
}
