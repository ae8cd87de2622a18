package io.causerie.recordings;

import io.causerie.livekit.Egress;
import org.jspecify.annotations.Nullable;

/**
 * What workers are given, built once from the settings (contract 04, section 3).
 *
 * @param target where an egress puts its file
 * @param encoding picture quality; null leaves it to LiveKit
 */
record WorkerServiceConfig(Egress.S3Target target, Egress.@Nullable Encoding encoding) {

    static WorkerServiceConfig of(RecordingProperties recording, EgressTargetProperties target) {
        return new WorkerServiceConfig(target.target(), encoding(recording.encoding()));
    }

    private static Egress.@Nullable Encoding encoding(RecordingProperties.Encoding it) {
        return !it.enabled()
                ? null
                : new Egress.Encoding(
                        it.width(),
                        it.height(),
                        it.framerate(),
                        it.videoBitrateKbps(),
                        it.audioBitrateKbps(),
                        it.keyFrameIntervalS());
    }
}
