package io.causerie.livekit;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import livekit.LivekitModels.ParticipantInfo;
import livekit.LivekitModels.TrackSource;
import livekit.LivekitModels.TrackType;
import livekit.LivekitRtc.AddTrackRequest;
import livekit.LivekitRtc.SignalRequest;
import livekit.LivekitRtc.SignalResponse;
import org.awaitility.Awaitility;

/** Somebody in a room of a real livekit-server, as far as signalling goes: seen by everybody, without sound or picture. */
public final class Attendee implements AutoCloseable {

    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final List<SignalResponse> heard = new CopyOnWriteArrayList<>();
    private final Map<String, ParticipantInfo> people = new ConcurrentHashMap<>();
    private final WebSocket socket;
    private volatile boolean out;

    private Attendee(String url, String token) {
        var uri = URI.create(url + "/rtc?protocol=15&auto_subscribe=0&sdk=rust&access_token=" + token);
        this.socket = HTTP.newWebSocketBuilder()
                .connectTimeout(Duration.ofSeconds(10))
                .buildAsync(uri, new Ear())
                .join();
        Awaitility.await()
                .atMost(Duration.ofSeconds(15))
                .until(() -> heard.stream().anyMatch(SignalResponse::hasJoin));
    }

    /** Enters with a token of ours; returns once LiveKit has let them in. */
    public static Attendee enter(String url, String token) {
        return new Attendee(url, token);
    }

    /** How LiveKit calls them. */
    public String identity() {
        return self().getIdentity();
    }

    /** What they know of themselves now. */
    public ParticipantInfo self() {
        var joined = heard.stream()
                .filter(SignalResponse::hasJoin)
                .findFirst()
                .orElseThrow()
                .getJoin()
                .getParticipant();
        return people.getOrDefault(joined.getIdentity(), joined);
    }

    /** Announces a track, which LiveKit gives an id. */
    public String announce(TrackSource source) {
        send(SignalRequest.newBuilder()
                .setAddTrack(AddTrackRequest.newBuilder()
                        .setCid("track-" + source)
                        .setName(source.name())
                        .setSource(source)
                        .setType(source == TrackSource.MICROPHONE ? TrackType.AUDIO : TrackType.VIDEO)
                        .setWidth(320)
                        .setHeight(180))
                .build());
        return Awaitility.await()
                .atMost(Duration.ofSeconds(10))
                .until(
                        () -> heard.stream()
                                .filter(SignalResponse::hasTrackPublished)
                                .map(it -> it.getTrackPublished().getTrack().getSid())
                                .findFirst()
                                .orElse(""),
                        it -> !it.isEmpty());
    }

    /** Whether LiveKit has put them out. */
    public boolean isOut() {
        return out || heard.stream().anyMatch(SignalResponse::hasLeave);
    }

    /** The messages of LiveKit so far. */
    public List<SignalResponse> heard() {
        return heard;
    }

    private void send(SignalRequest request) {
        socket.sendBinary(ByteBuffer.wrap(request.toByteArray()), true).join();
    }

    @Override
    public void close() {
        socket.abort();
    }

    private final class Ear implements WebSocket.Listener {

        private final java.io.ByteArrayOutputStream message = new java.io.ByteArrayOutputStream();

        @Override
        public CompletionStage<?> onBinary(WebSocket webSocket, ByteBuffer data, boolean last) {
            var bytes = new byte[data.remaining()];
            data.get(bytes);
            message.writeBytes(bytes);
            if (last) {
                hear(message.toByteArray());
                message.reset();
            }
            webSocket.request(1);
            return CompletableFuture.completedFuture(null);
        }

        private void hear(byte[] bytes) {
            try {
                var response = SignalResponse.parseFrom(bytes);
                if (response.hasUpdate()) {
                    response.getUpdate().getParticipantsList().forEach(it -> people.put(it.getIdentity(), it));
                }
                heard.add(response);
            } catch (com.google.protobuf.InvalidProtocolBufferException e) {
                throw new IllegalStateException(new String(bytes, StandardCharsets.ISO_8859_1), e);
            }
        }

        @Override
        public CompletionStage<?> onClose(WebSocket webSocket, int status, String reason) {
            out = true;
            return CompletableFuture.completedFuture(null);
        }

        @Override
        public void onError(WebSocket webSocket, Throwable error) {
            out = true;
        }
    }
}
