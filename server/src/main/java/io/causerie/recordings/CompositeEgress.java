package io.causerie.recordings;

import io.causerie.livekit.Egress;
import io.causerie.livekit.LiveKitException;
import io.causerie.rooms.Room;
import java.util.Comparator;
import java.util.Locale;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What the two workers that use LiveKit's egress service share: all but the request that starts it. LiveKit's status values end here. */
abstract class CompositeEgress implements WorkerService {

    private final Egress egress;

    CompositeEgress(Egress egress) {
        this.egress = egress;
    }

    /** Sends the start request; answers the egress id, which may be empty. */
    abstract String request(String room, String filepath);

    @Override
    public String start(Room room, Recording recording, String key) {
        var id = ask(() -> request(room.id().toString(), key));
        if (id.isEmpty()) {
            throw new WorkerException("no egress id in LiveKit's answer", true);
        }
        return id;
    }

    @Override
    public StopOutcome stop(String workerId) {
        var status = ask(() -> egress.stop(workerId));
        if (status == null) {
            throw new WorkerException("no status in LiveKit's answer", true);
        }
        return switch (status) {
            case ENDING -> StopOutcome.STOPPED;
            case ABORTED -> StopOutcome.ABORTED;
            case ACTIVE, COMPLETE, FAILED, LIMIT_REACHED -> StopOutcome.FAILED_TO_STOP;
            // number 0 of the protocol: no answer at all looks the same
            case STARTING -> throw new WorkerException("no status in LiveKit's answer", true);
        };
    }

    @Override
    public Finding look(Recording recording, String key) {
        var id = String.valueOf(recording.workerId());
        // an empty id would ask for every egress there is
        var known = ask(() -> !recording.known()
                ? egress.ofRoom(recording.roomId().toString()).stream()
                        .filter(it ->
                                it.files().stream().anyMatch(file -> file.path().equals(key)))
                        .toList()
                : egress.byId(id));
        // a recording that was started again has several: the one that runs tells more than those that are over
        return known.stream()
                .map(CompositeEgress::finding)
                .min(Comparator.comparing(it -> it.progress() != Progress.RUNNING))
                .orElse(Finding.UNHEARD);
    }

    /** Of the file, not of the egress, which begins when it is asked for. */
    @Override
    public RecordingTimes.Span times(Recording recording) {
        return ask(() -> egress.byId(String.valueOf(recording.workerId()))).stream()
                .flatMap(it -> it.files().stream().limit(1))
                .findFirst()
                .map(it -> new RecordingTimes.Span(it.startedAt(), it.endedAt()))
                .orElse(RecordingTimes.Span.UNKNOWN);
    }

    private static Finding finding(Egress.Info info) {
        var progress = switch (info.status()) {
            case STARTING, ACTIVE, ENDING -> Progress.RUNNING;
            case COMPLETE -> Progress.FINISHED;
            case LIMIT_REACHED -> Progress.LIMIT_REACHED;
            case ABORTED -> unattended(info) ? Progress.UNATTENDED : Progress.ABORTED;
            case FAILED -> unattended(info) ? Progress.UNATTENDED : Progress.FAILED;
        };
        return new Finding(progress, info.id(), "egress_" + info.status().name().toLowerCase(Locale.ROOT));
    }

    /** The egress waits about a minute for something to show, and then says this. */
    private static boolean unattended(Egress.Info info) {
        return info.error() != null && info.error().toLowerCase(Locale.ROOT).contains("start signal not received");
    }

    @Override
    public boolean gave(String workerId) {
        return workerId.startsWith("EG_");
    }

    private static <T extends @Nullable Object> T ask(Supplier<T> call) {
        try {
            return call.get();
        } catch (LiveKitException.Refused e) {
            throw new WorkerException("LiveKit refused: " + e.getMessage(), false);
        } catch (LiveKitException.Unknown e) {
            throw new WorkerException("LiveKit did not answer: " + e.getMessage(), true);
        }
    }
}
