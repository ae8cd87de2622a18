package io.causerie.recordings;

import io.causerie.livekit.Egress;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Picture and sound of the room as MP4, by LiveKit's egress. */
@Component
class VideoCompositeEgress extends CompositeEgress {

    private final Egress egress;
    private final WorkerServiceConfig config;

    VideoCompositeEgress(Egress egress, WorkerServiceConfig config) {
        super(egress);
        this.egress = egress;
        this.config = config;
    }

    @Override
    public String hrid() {
        return "video-recording-composite-livekit-egress";
    }

    @Override
    public Set<String> names() {
        return Set.of(hrid(), Workers.REFERENCE_VIDEO);
    }

    @Override
    String request(String room, String filepath) {
        return egress.startVideo(room, filepath, config.target(), config.encoding());
    }
}
