package io.causerie.recordings;

import io.causerie.platform.ConfigurationFaults;
import io.causerie.platform.Literal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.stereotype.Component;

/** Which worker makes which mode: the registry of contract 04, section 3. A new worker is one class and one name in the settings. */
@Component
class Workers {

    /** What the reference server's settings call its two workers; identifiers, nothing more. */
    static final String REFERENCE_VIDEO = "core.recording.worker.services.VideoCompositeEgressService";

    static final String REFERENCE_AUDIO = "core.recording.worker.services.AudioCompositeEgressService";

    private static final Map<String, Object> DEFAULT = new LinkedHashMap<>();

    static {
        DEFAULT.put("screen_recording", REFERENCE_VIDEO);
        DEFAULT.put("transcript", REFERENCE_AUDIO);
    }

    private final List<WorkerService> all;
    private final Map<String, WorkerService> byMode = new LinkedHashMap<>();

    Workers(List<WorkerService> all, RecordingProperties properties) {
        this.all = all;
        var faults = new ArrayList<String>();
        registry(properties.workerClasses())
                .forEach((mode, name) -> all.stream()
                        .filter(it -> it.names().contains(String.valueOf(name)))
                        .findFirst()
                        .ifPresentOrElse(it -> byMode.put(mode, it), () -> faults.add(unknown(mode, name))));
        if (!faults.isEmpty()) {
            throw new ConfigurationFaults(faults);
        }
    }

    private static Map<String, ?> registry(Literal setting) {
        return setting.members().isEmpty() ? DEFAULT : setting.members();
    }

    private String unknown(String mode, Object name) {
        var known = new TreeSet<String>();
        all.forEach(it -> known.addAll(it.names()));
        return "RECORDING_WORKER_CLASSES names '" + name + "' for " + mode + ", which is no worker. Known are: "
                + String.join(", ", known) + ".";
    }

    /** The modes that can be recorded, in the order of the settings. */
    Set<String> modes() {
        return byMode.keySet();
    }

    /** Who starts recordings of that mode. A mode the operator left out is a fault of the configuration. */
    WorkerService of(RecordingMode mode) {
        var worker = byMode.get(mode.wire());
        if (worker == null) {
            throw new IllegalStateException("Recording mode '" + mode.wire()
                    + "' not found in RECORDING_WORKER_CLASSES. Available modes: " + byMode.keySet());
        }
        return worker;
    }

    /** Who started this recording, or would have: the settings may have changed meanwhile. */
    WorkerService of(Recording recording) {
        var id = recording.workerId();
        return Optional.ofNullable(id).flatMap(this::named).orElseGet(() -> of(recording.mode()));
    }

    /** Who gave that worker id. */
    Optional<WorkerService> named(String workerId) {
        return all.stream().filter(it -> it.gave(workerId)).findFirst();
    }
}
