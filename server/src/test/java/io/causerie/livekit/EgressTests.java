package io.causerie.livekit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import io.causerie.livekit.Egress.Encoding;
import io.causerie.livekit.Egress.S3Target;
import io.causerie.livekit.Egress.Status;
import io.causerie.platform.Secret;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import livekit.LivekitEgress.EgressInfo;
import livekit.LivekitEgress.EgressStatus;
import livekit.LivekitEgress.EncodedFileType;
import livekit.LivekitEgress.FileInfo;
import livekit.LivekitEgress.ListEgressRequest;
import livekit.LivekitEgress.ListEgressResponse;
import livekit.LivekitEgress.RoomCompositeEgressRequest;
import livekit.LivekitEgress.StopEgressRequest;
import livekit.LivekitModels.AudioCodec;
import livekit.LivekitModels.VideoCodec;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What the egress service is asked, byte by byte; a stand-in listens, for the real one needs a browser of its own. */
class EgressTests {

    private static final String ROOM = "5D0D0A0E-not-altered";
    private static final S3Target TARGET =
            new S3Target("https://s3.example.test", "access", new Secret("very secret"), "eu-west-1", "bucket");

    private final List<byte[]> bodies = Collections.synchronizedList(new ArrayList<>());
    private final List<String> paths = Collections.synchronizedList(new ArrayList<>());
    private final List<String> tokens = Collections.synchronizedList(new ArrayList<>());
    private int status = 200;
    private byte[] answer = EgressInfo.newBuilder().setEgressId("EG_1").build().toByteArray();
    private HttpServer server;
    private Egress egress;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            bodies.add(exchange.getRequestBody().readAllBytes());
            paths.add(exchange.getRequestURI().getPath());
            tokens.add(exchange.getRequestHeaders().getFirst("Authorization"));
            exchange.getResponseHeaders().add("Content-Type", "application/protobuf");
            exchange.sendResponseHeaders(status, answer.length);
            exchange.getResponseBody().write(answer);
            exchange.close();
        });
        server.start();
        var url = "ws://127.0.0.1:" + server.getAddress().getPort() + "/dropped/path?and=query";
        egress = new TwirpEgress(new LiveKitClients(new LiveKitProperties(
                "devkey", new Secret("secret"), url, true, List.of(), null, "connection-test", List.of())));
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void recordsPictureAndSoundAsMp4() throws Exception {
        assertThat(egress.startVideo(ROOM, "recordings/x.mp4", TARGET, null)).isEqualTo("EG_1");

        var request = RoomCompositeEgressRequest.parseFrom(bodies.getFirst());
        assertThat(request.getRoomName()).isEqualTo(ROOM);
        assertThat(request.getLayout()).isEqualTo("speaker-light");
        assertThat(request.getAudioOnly()).isFalse();
        assertThat(request.hasAdvanced()).isFalse();
        assertThat(request.hasPreset()).isFalse();
        assertThat(request.hasFile()).isFalse();
        var file = request.getFileOutputs(0);
        assertThat(file.getFileType()).isEqualTo(EncodedFileType.MP4);
        assertThat(file.getFilepath()).isEqualTo("recordings/x.mp4");
        assertThat(file.getDisableManifest()).isFalse();
        assertThat(file.getS3().getEndpoint()).isEqualTo("https://s3.example.test");
        assertThat(file.getS3().getAccessKey()).isEqualTo("access");
        assertThat(file.getS3().getSecret()).isEqualTo("very secret");
        assertThat(file.getS3().getRegion()).isEqualTo("eu-west-1");
        assertThat(file.getS3().getBucket()).isEqualTo("bucket");
        assertThat(file.getS3().getForcePathStyle()).isTrue();
        assertThat(paths).containsExactly("/twirp/livekit.Egress/StartRoomCompositeEgress");
    }

    @Test
    void recordsTheSoundAloneAsOgg() throws Exception {
        egress.startAudio(ROOM, "recordings/x.ogg", new S3Target(null, "access", new Secret("s"), null, "bucket"));

        var request = RoomCompositeEgressRequest.parseFrom(bodies.getFirst());
        assertThat(request.getAudioOnly()).isTrue();
        assertThat(request.getLayout()).isEmpty();
        assertThat(request.hasAdvanced()).isFalse();
        assertThat(request.getFileOutputs(0).getFileType()).isEqualTo(EncodedFileType.OGG);
        assertThat(request.getFileOutputs(0).getS3().getEndpoint()).isEmpty();
        assertThat(request.getFileOutputs(0).getS3().getRegion()).isEmpty();
    }

    @Test
    void sendsTheQualityTheOperatorChose() throws Exception {
        egress.startVideo(ROOM, "x.mp4", TARGET, new Encoding(1920, 1080, 25, 4500, 96, 2.5));

        var options = RoomCompositeEgressRequest.parseFrom(bodies.getFirst()).getAdvanced();
        assertThat(options.getWidth()).isEqualTo(1920);
        assertThat(options.getHeight()).isEqualTo(1080);
        assertThat(options.getFramerate()).isEqualTo(25);
        assertThat(options.getVideoBitrate()).isEqualTo(4500);
        assertThat(options.getAudioBitrate()).isEqualTo(96);
        assertThat(options.getKeyFrameInterval()).isEqualTo(2.5);
        assertThat(options.getVideoCodec()).isEqualTo(VideoCodec.H264_MAIN);
        assertThat(options.getAudioCodec()).isEqualTo(AudioCodec.AAC);
        assertThat(options.getAudioFrequency()).isEqualTo(48000);
    }

    @Test
    void mayRecordAndNothingElse() {
        egress.startVideo(ROOM, "x.mp4", TARGET, null);

        var payload = tokens.getFirst().substring("Bearer ".length()).split("\\.")[1];
        var claims = new String(Base64.getUrlDecoder().decode(payload), StandardCharsets.UTF_8);
        assertThat(claims)
                .contains("\"roomRecord\":true")
                .contains("\"iss\":\"devkey\"")
                .doesNotContain("roomAdmin");
    }

    @ParameterizedTest
    @EnumSource(Status.class)
    void tellsHowAStopWent(Status expected) throws Exception {
        answer = EgressInfo.newBuilder()
                .setStatus(EgressStatus.valueOf("EGRESS_" + expected))
                .build()
                .toByteArray();

        assertThat(egress.stop("EG_1")).isEqualTo(expected);
        assertThat(StopEgressRequest.parseFrom(bodies.getFirst()).getEgressId()).isEqualTo("EG_1");
    }

    @Test
    void listsByIdOrRoomWithFilesAndTimes() throws Exception {
        answer = ListEgressResponse.newBuilder()
                .addItems(EgressInfo.newBuilder()
                        .setEgressId("EG_1")
                        .setRoomName(ROOM)
                        .setStatus(EgressStatus.EGRESS_FAILED)
                        .setError("pipeline")
                        .addFileResults(FileInfo.newBuilder()
                                .setFilename("recordings/x.mp4")
                                .setStartedAt(1_790_000_000_500_000_000L)
                                .setSize(7)))
                .build()
                .toByteArray();

        var found = egress.byId("EG_1");

        assertThat(found)
                .containsExactly(new Egress.Info(
                        "EG_1",
                        ROOM,
                        Status.FAILED,
                        List.of(new Egress.File(
                                "recordings/x.mp4", Instant.ofEpochSecond(1_790_000_000, 500_000_000), null, 7)),
                        "pipeline"));
        assertThat(egress.ofRoom(ROOM)).isEqualTo(found);
        assertThat(ListEgressRequest.parseFrom(bodies.get(0)).getEgressId()).isEqualTo("EG_1");
        assertThat(ListEgressRequest.parseFrom(bodies.get(1)).getRoomName()).isEqualTo(ROOM);
    }

    @Test
    void findsAnEgressThatDidNotBeginByWhatWasAskedFor() {
        var asked = RoomCompositeEgressRequest.newBuilder();
        asked.addFileOutputsBuilder().setFilepath("recordings/x.mp4");
        answer = ListEgressResponse.newBuilder()
                .addItems(EgressInfo.newBuilder().setRoomComposite(asked))
                .build()
                .toByteArray();

        assertThat(egress.ofRoom(ROOM).getFirst().files())
                .containsExactly(new Egress.File("recordings/x.mp4", null, null, 0));
    }

    @Test
    void knowsNoneThatLiveKitForgot() {
        status = 404;
        answer = text("{\"code\":\"not_found\",\"msg\":\"egress not found\"}");

        assertThat(egress.byId("EG_1")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "412 | {\"code\":\"failed_precondition\",\"msg\":\"ended\"} | true",
                "503 | {\"code\":\"unavailable\",\"msg\":\"no response from servers\"} | true",
                "404 | page not found | true",
                "408 | {\"code\":\"deadline_exceeded\",\"msg\":\"late\"} | false",
                "502 | <html>Bad gateway</html> | false",
                "200 | no protobuf at all | false"
            })
    void tellsARefusalFromNotKnowing(int status, String body, boolean refused) {
        this.status = status;
        answer = text(body);

        assertThatThrownBy(() -> egress.startVideo(ROOM, "x.mp4", TARGET, null))
                .isInstanceOf(refused ? LiveKitException.Refused.class : LiveKitException.Unknown.class)
                .hasMessageNotContaining("very secret");
        assertThat(paths).hasSize(1);
    }

    private static byte[] text(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
