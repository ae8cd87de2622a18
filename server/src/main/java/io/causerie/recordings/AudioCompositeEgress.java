package io.causerie.recordings;

import io.causerie.livekit.Egress;
import java.util.Set;
import org.springframework.stereotype.Component;

/** The sound of the room as Ogg, by LiveKit's egress. */
@Component
class AudioCompositeEgress extends CompositeEgress {

    private final Egress egress;
    private final WorkerServiceConfig config;

    AudioCompositeEgress(Egress egress, WorkerServiceConfig config) {
        super(egress);
        this.egress = egress;
        this.config = config;
    }

    @Override
    public String hrid() {
        return "audio-recording-composite-livekit-egress";
    }

    @Override
    public Set<String> names() {
        return Set.of(hrid(), Workers.REFERENCE_AUDIO);
    }

    @Override
    String request(String room, String filepath) {
        return egress.startAudio(room, filepath, config.target());
    }
}
