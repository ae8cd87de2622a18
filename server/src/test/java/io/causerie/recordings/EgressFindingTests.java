package io.causerie.recordings;

import static org.assertj.core.api.Assertions.assertThat;

import io.causerie.livekit.Egress;
import io.causerie.platform.Secret;
import io.causerie.recordings.WorkerService.Progress;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullAndEmptySource;
import tools.jackson.databind.node.JsonNodeFactory;

/** What the egress workers make of LiveKit's list. */
class EgressFindingTests {

    private static final String KEY = "recordings/x.mp4";

    private final Listing livekit = new Listing();
    private final WorkerService worker = new VideoCompositeEgress(
            livekit, new WorkerServiceConfig(new Egress.S3Target(null, "", new Secret(""), null, "bucket"), null));

    @ParameterizedTest
    @CsvSource({
        "STARTING, , RUNNING",
        "ACTIVE, , RUNNING",
        "ENDING, , RUNNING",
        "COMPLETE, , FINISHED",
        "LIMIT_REACHED, Session limit reached, LIMIT_REACHED",
        "ABORTED, , ABORTED",
        "ABORTED, Stop called before pipeline could start, ABORTED",
        "ABORTED, Start signal not received, UNATTENDED",
        "FAILED, start signal not received, UNATTENDED",
        "FAILED, pipeline frozen, FAILED"
    })
    void eachStatusHasItsMeaning(Egress.Status status, @Nullable String error, Progress expected) {
        livekit.known.add(info("EG_1", status, KEY, error));
        assertThat(worker.look(recording("EG_1"), KEY).progress()).isEqualTo(expected);
        assertThat(livekit.asked).containsExactly("EG_1");
    }

    @ParameterizedTest
    @NullAndEmptySource
    void neverAsksForAllEgressesButByRoomAndFile(@Nullable String workerId) {
        livekit.known.add(info("EG_other", Egress.Status.ACTIVE, "recordings/other.mp4", null));
        livekit.known.add(info("EG_1", Egress.Status.ACTIVE, KEY, null));
        var recording = recording(workerId);
        assertThat(worker.look(recording, KEY).workerId()).isEqualTo("EG_1");
        assertThat(livekit.asked).containsExactly(recording.roomId().toString());
    }

    @Test
    void theOneThatRunsCountsAmongSeveralOfOneFile() {
        livekit.known.add(info("EG_over", Egress.Status.ABORTED, KEY, null));
        livekit.known.add(info("EG_runs", Egress.Status.STARTING, KEY, null));
        assertThat(worker.look(recording(null), KEY).workerId()).isEqualTo("EG_runs");
    }

    /** LiveKit's clock may be ahead of ours or behind: what it says of the file is passed on as it is. */
    @ParameterizedTest
    @CsvSource({"-45", "0", "45"})
    void theTimesOfTheFileAreLiveKitsWhateverOurClockSays(int skew) {
        var begun = Instant.now().plusSeconds(skew);
        livekit.known.add(new Egress.Info(
                "EG_1",
                "room",
                Egress.Status.COMPLETE,
                List.of(new Egress.File(KEY, begun, begun.plusSeconds(60), 1)),
                null));
        var recording = recording("EG_1");
        assertThat(worker.times(recording)).isEqualTo(new RecordingTimes.Span(begun, begun.plusSeconds(60)));
        assertThat(worker.look(recording, KEY).progress()).isEqualTo(Progress.FINISHED);
    }

    private static Recording recording(@Nullable String workerId) {
        var now = Instant.now();
        return new Recording(
                UUID.randomUUID(),
                now,
                now,
                RecordingStatus.ACTIVE,
                workerId,
                UUID.randomUUID(),
                RecordingMode.SCREEN_RECORDING,
                JsonNodeFactory.instance.objectNode(),
                null);
    }

    private static Egress.Info info(String id, Egress.Status status, String path, @Nullable String error) {
        return new Egress.Info(id, "room", status, List.of(new Egress.File(path, null, null, 0)), error);
    }

    /** Knows some egresses and remembers what was asked. */
    private static final class Listing implements Egress {

        final List<Info> known = new ArrayList<>();
        final List<String> asked = new ArrayList<>();

        @Override
        public String startVideo(String room, String filepath, S3Target target, @Nullable Encoding encoding) {
            return "EG_new";
        }

        @Override
        public String startAudio(String room, String filepath, S3Target target) {
            return "EG_new";
        }

        @Override
        public @Nullable Status stop(String egressId) {
            return Status.ENDING;
        }

        @Override
        public List<Info> byId(String egressId) {
            asked.add(egressId);
            return known.stream().filter(it -> it.id().equals(egressId)).toList();
        }

        @Override
        public List<Info> ofRoom(String room) {
            asked.add(room);
            return List.copyOf(known);
        }
    }
}
