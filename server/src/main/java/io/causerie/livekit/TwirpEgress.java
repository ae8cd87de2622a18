package io.causerie.livekit;

import io.livekit.server.AudioMixing;
import io.livekit.server.EncodedOutputs;
import java.util.List;
import java.util.function.Supplier;
import livekit.LivekitEgress.EgressInfo;
import livekit.LivekitEgress.EncodedFileOutput;
import livekit.LivekitEgress.EncodedFileType;
import livekit.LivekitEgress.EncodingOptions;
import livekit.LivekitEgress.S3Upload;
import livekit.LivekitModels.AudioCodec;
import livekit.LivekitModels.VideoCodec;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Recordings made by LiveKit's egress service, field by field as contract 04, sections 5.3 to 5.5. Requests hold credentials: never logged. */
@Component
class TwirpEgress implements Egress {

    private final LiveKitClients clients;

    TwirpEgress(LiveKitClients clients) {
        this.clients = clients;
    }

    @Override
    public String startVideo(String room, String filepath, S3Target target, @Nullable Encoding encoding) {
        var file = file(filepath, EncodedFileType.MP4, target);
        return start(room, file, "speaker-light", encoding == null ? null : options(encoding), false);
    }

    @Override
    public String startAudio(String room, String filepath, S3Target target) {
        return start(room, file(filepath, EncodedFileType.OGG, target), "", null, true);
    }

    @Override
    public @Nullable Status stop(String egressId) {
        return Answers.of(clients.egress().stopEgress(egressId))
                .map(it -> EgressInfos.status(it.getStatus()))
                .orElse(null);
    }

    @Override
    public List<Info> byId(String egressId) {
        return list(() ->
                Answers.of(clients.egress().listEgress(null, egressId, null)).orElse(List.of()));
    }

    @Override
    public List<Info> ofRoom(String room) {
        return list(
                () -> Answers.of(clients.egress().listEgress(room, null, null)).orElse(List.of()));
    }

    /** {@code EncodedOutputs} rather than the file alone: the SDK would put that into a deprecated field as well, credentials included. */
    private String start(
            String room, EncodedFileOutput file, String layout, @Nullable EncodingOptions advanced, boolean audioOnly) {
        var outputs = new EncodedOutputs(file, null, null, null);
        var call = clients.egressOnce()
                .startRoomCompositeEgress(
                        room, outputs, layout, null, advanced, audioOnly, false, "", AudioMixing.DEFAULT_MIXING);
        return Answers.of(call).map(EgressInfo::getEgressId).orElse("");
    }

    private static EncodedFileOutput file(String filepath, EncodedFileType type, S3Target target) {
        var s3 = S3Upload.newBuilder()
                .setAccessKey(target.accessKey())
                .setSecret(target.secret().value())
                .setBucket(target.bucket())
                .setForcePathStyle(true);
        if (target.endpoint() != null) {
            s3.setEndpoint(target.endpoint());
        }
        if (target.region() != null) {
            s3.setRegion(target.region());
        }
        return EncodedFileOutput.newBuilder()
                .setFileType(type)
                .setFilepath(filepath)
                .setS3(s3)
                .build();
    }

    private static EncodingOptions options(Encoding encoding) {
        return EncodingOptions.newBuilder()
                .setWidth(encoding.width())
                .setHeight(encoding.height())
                .setFramerate(encoding.framerate())
                .setVideoBitrate(encoding.videoKbps())
                .setAudioBitrate(encoding.audioKbps())
                .setKeyFrameInterval(encoding.keyFrameIntervalSeconds())
                .setVideoCodec(VideoCodec.H264_MAIN)
                .setAudioCodec(AudioCodec.AAC)
                .setAudioFrequency(48000)
                .build();
    }

    private static List<Info> list(Supplier<List<EgressInfo>> call) {
        try {
            return call.get().stream().map(EgressInfos::of).toList();
        } catch (LiveKitException.Refused e) {
            if (e.notFound()) {
                return List.of();
            }
            throw e;
        }
    }
}
