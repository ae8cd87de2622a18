package io.causerie.recordings;

import static org.assertj.core.api.Assertions.assertThat;

import io.causerie.livekit.Egress;
import io.causerie.livekit.LiveKitEvent;
import io.causerie.livekit.LiveKitException;
import io.causerie.recordings.WorkerService.Finding;
import io.causerie.recordings.WorkerService.Progress;
import io.causerie.recordings.WorkerService.StopOutcome;
import io.causerie.storage.StorageNotice;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * Everything that may be told of a recording, each up to three times, in any order, one after the other or all at once: what comes of it is always what the
 * worker did, each effect is there once, and every step of the way is one the table of states allows.
 */
class EventSequenceTests extends RecordingTest {

    @Autowired
    EgressEvents events;

    @Autowired
    RecordingNotices notices;

    @Autowired
    Conclusions conclusions;

    static List<Long> seeds() {
        return new Random(20261122).longs(40).boxed().toList();
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void endAsTheWorkerDid(long seed) throws Exception {
        var random = new Random(seed);
        var truth = List.of(
                        Egress.Status.COMPLETE,
                        Egress.Status.LIMIT_REACHED,
                        Egress.Status.FAILED,
                        Egress.Status.ABORTED)
                .get(random.nextInt(4));
        worker.onStop = () -> {
            if (random.nextInt(3) == 0) {
                StubWorker.fail(random.nextBoolean());
            }
            return StopOutcome.values()[random.nextInt(StopOutcome.values().length)];
        };
        assertThat(start().status()).isEqualTo(201);
        var id = (UUID) row().get("id");
        var told = told(id, (String) row().get("worker_id"), truth, random);

        if (random.nextBoolean()) {
            for (var it : told) {
                it.call();
            }
        } else {
            try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
                for (var answer : threads.invokeAll(told)) {
                    answer.get();
                }
            }
        }
        settle(id, truth);

        boolean file = truth == Egress.Status.COMPLETE || truth == Egress.Status.LIMIT_REACHED;
        var status = recordings.find(id).orElseThrow().status();
        var lines = ledger.of(id).stream().map(RecordingLedger.Line::kind).toList();
        var what = "%s of %s: %s".formatted(seed, truth, lines);
        assertThat(status.inFlight()).as(what).isFalse();
        // a stop that ended before anything was recorded leaves nothing, whatever else is told
        if (!lines.contains("aborted")) {
            assertThat(status.saved()).as(what).isEqualTo(file);
        }
        assertThat(Collections.frequency(lines, "saved")).as(what).isEqualTo(status.saved() ? 1 : 0);
        assertThat(mails(id)).as(what).isEqualTo(status.saved() ? 1 : 0);
        stepsAreAllowed(lines, what);
        assertThat(start().status()).as(what).isEqualTo(201);
    }

    private List<Callable<Void>> told(UUID id, String workerId, Egress.Status truth, Random random) {
        var all = new ArrayList<Runnable>();
        all.add(() -> updated(workerId, Egress.Status.ACTIVE));
        all.add(() -> updated(workerId, Egress.Status.ENDING));
        all.add(() -> ended(workerId, truth));
        all.add(() -> settle(id, truth));
        if (random.nextBoolean()) {
            all.add(() -> stop());
        }
        if (truth == Egress.Status.COMPLETE || truth == Egress.Status.LIMIT_REACHED) {
            all.add(() -> notices.created(new StorageNotice.Created(id, "video/mp4")));
        }
        var told = new ArrayList<Callable<Void>>();
        for (var it : all) {
            for (int times = random.nextInt(4); times > 0; times--) {
                told.add(() -> {
                    try {
                        it.run();
                    } catch (LiveKitException e) {
                        // LiveKit cannot be reached in this test: it would tell again
                    }
                    return null;
                });
            }
        }
        Collections.shuffle(told, random);
        return told;
    }

    /** As if the time had come: what nobody told is asked. */
    private void settle(UUID id, Egress.Status truth) {
        var progress = switch (truth) {
            case COMPLETE -> Progress.FINISHED;
            case LIMIT_REACHED -> Progress.LIMIT_REACHED;
            case FAILED -> Progress.FAILED;
            case ABORTED, STARTING, ACTIVE, ENDING -> Progress.ABORTED;
        };
        var now = recordings.find(id).orElseThrow();
        conclusions.draw(now, new Finding(progress, now.workerId(), null), Duration.ofSeconds(90));
    }

    private static void stepsAreAllowed(List<String> lines, String what) {
        var states =
                List.of(RecordingStatus.values()).stream().collect(Collectors.toMap(RecordingStatus::wire, it -> it));
        var now = RecordingStatus.INITIATED;
        for (var line : lines.subList(1, lines.size())) {
            var next = states.get(line);
            if (next != null) {
                assertThat(next.predecessors()).as(what).contains(now);
                now = next;
            }
        }
    }

    private int mails(UUID id) {
        return jdbc.sql(
                        "select count(*) from causerie.notification where recording_id = :id and kind = 'recording_ready'")
                .param("id", id)
                .query(Integer.class)
                .single();
    }

    private void updated(String workerId, Egress.Status status) {
        events.on(new LiveKitEvent.EgressUpdated(room.toString(), info(workerId, status)));
    }

    private void ended(String workerId, Egress.Status status) {
        events.on(new LiveKitEvent.EgressEnded(room.toString(), info(workerId, status)));
    }

    private Egress.Info info(String workerId, Egress.Status status) {
        return new Egress.Info(workerId, room.toString(), status, List.of(), null);
    }
}
