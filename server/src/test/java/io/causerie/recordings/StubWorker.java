package io.causerie.recordings;

import io.causerie.rooms.Room;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/** A worker that does what a test tells it; chosen by {@code stub} in {@code RECORDING_WORKER_CLASSES}. */
@Component
class StubWorker implements WorkerService {

    final List<UUID> started = new CopyOnWriteArrayList<>();
    final List<String> stopped = new CopyOnWriteArrayList<>();
    final List<UUID> looked = new CopyOnWriteArrayList<>();
    final Map<UUID, Finding> findings = new ConcurrentHashMap<>();

    volatile Supplier<String> onStart = StubWorker::next;
    volatile Supplier<StopOutcome> onStop = () -> StopOutcome.STOPPED;

    void reset() {
        started.clear();
        stopped.clear();
        looked.clear();
        findings.clear();
        onStart = StubWorker::next;
        onStop = () -> StopOutcome.STOPPED;
    }

    static String next() {
        return "ST_" + UUID.randomUUID();
    }

    static <T> T fail(boolean unknown) {
        throw new WorkerException("the test wants it", unknown);
    }

    @Override
    public String hrid() {
        return "stub";
    }

    @Override
    public boolean gave(String workerId) {
        return workerId.startsWith("ST_");
    }

    @Override
    public String start(Room room, Recording recording, String key) {
        started.add(recording.id());
        return onStart.get();
    }

    @Override
    public StopOutcome stop(String workerId) {
        stopped.add(workerId);
        return onStop.get();
    }

    @Override
    public Finding look(Recording recording, String key) {
        looked.add(recording.id());
        var finding = findings.get(recording.id());
        return finding == null ? fail(true) : finding;
    }
}
