package io.causerie.recordings;

import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/** Everything the store may hold of a recording: the file, and what workers and agents write beside it (contract 04, sections 1.2, 5.3 and 9). */
@Component
class RecordingObjects {

    private final RecordingProperties properties;
    private final CollectorProperties collector;

    RecordingObjects(RecordingProperties properties, CollectorProperties collector) {
        this.properties = properties;
        this.collector = collector;
    }

    /** Keys, the file's first; that one of them is there is not said. */
    List<String> of(Recording recording) {
        var keys = new ArrayList<String>();
        keys.add(properties.key(recording));
        var worker = recording.workerId();
        if (worker != null && worker.startsWith("EG_") && worker.chars().allMatch(RecordingObjects::plain)) {
            keys.add(properties.outputFolder() + "/" + worker + ".json");
        }
        keys.add(collector.outputFolder() + "/" + recording.id() + "-metadata.json");
        return keys;
    }

    private static boolean plain(int letter) {
        return letter == '_' || letter == '-' || letter < 128 && Character.isLetterOrDigit(letter);
    }
}
