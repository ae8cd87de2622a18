package io.causerie.livekit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.causerie.LiveKitServer;
import io.causerie.livekit.AccessTokens.Participant;
import io.causerie.platform.Secret;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

/** Calls of a real livekit-server. */
class LiveRoomsTests {

    private static final LiveKitServer SERVER = new LiveKitServer();

    private final String room = UUID.randomUUID().toString();
    private final LiveKitClients clients = new LiveKitClients(properties(SERVER.url() + "/some/path"));
    private final LiveRooms rooms = new TwirpRooms(clients, JsonMapper.shared());

    @BeforeAll
    static void start() {
        SERVER.start(null);
    }

    @AfterAll
    static void stop() {
        SERVER.close();
    }

    @Test
    void knowWhoIsNotLive() {
        assertThat(rooms.live(room)).isFalse();
        assertThat(rooms.mergeMetadata(room, Map.of("a", 1), Set.of())).isFalse();
        assertThat(rooms.participants(room)).isEmpty();
        rooms.sendData(room, Map.of("type", "hello"));
        rooms.delete(room);
    }

    @Test
    void mergeMetadataAndKeepTheKeysOfOthers() {
        open("{\"theirs\":{\"x\":[1]},\"gone\":true,\"recording_status\":\"starting\"}");

        assertThat(rooms.mergeMetadata(room, Map.of("recording_status", "started"), Set.of("gone", "never")))
                .isTrue();

        assertThat(metadata()).isEqualTo("{\"theirs\":{\"x\":[1]},\"recording_status\":\"started\"}");
    }

    @Test
    void treatUnreadableMetadataAsEmpty() {
        open("no json at all");

        assertThat(rooms.mergeMetadata(room, Map.of("access_level", "public"), Set.of()))
                .isTrue();

        assertThat(metadata()).isEqualTo("{\"access_level\":\"public\"}");
    }

    @Test
    void loseNoKeyToConcurrentMerges() {
        open("");

        IntStream.range(0, 8).parallel().forEach(it -> rooms.mergeMetadata(room, Map.of("key" + it, it), Set.of()));

        assertThat(JsonMapper.shared().readTree(metadata())).hasSize(8);
    }

    @Test
    void endARoom() {
        open("");
        rooms.sendData(room, Map.of("type", "hello"));

        rooms.delete(room);

        assertThat(rooms.live(room)).isFalse();
    }

    @Test
    void giveOutTokensThatLiveKitTakes() throws Exception {
        var tokens = new HmacAccessTokens(
                properties(SERVER.url()),
                new TokenProperties(Duration.ofHours(6), true),
                new Hs256(properties(SERVER.url()), JsonMapper.shared(), Clock.systemUTC()),
                Clock.systemUTC());
        var participant =
                tokens.participant(new Participant(room, "alice", "Alice", null, false, List.of("camera"), null));

        assertThat(validate(participant)).isEqualTo(200);
        assertThat(validate(tokens.recorder(room, "recorder", Duration.ofMinutes(1))))
                .isEqualTo(200);
        assertThat(validate(participant + "x")).isEqualTo(401);
    }

    @Test
    void tellThatNoEgressServiceIsConnected() {
        var egress = new TwirpEgress(clients);

        assertThatThrownBy(() -> egress.byId("EG_unknown"))
                .isInstanceOf(LiveKitException.Refused.class)
                .hasMessageContaining("egress not connected");
        assertThatThrownBy(() -> egress.stop("EG_unknown")).isInstanceOf(LiveKitException.Refused.class);
    }

    @Test
    void recordNoRoomThatIsNotLive() {
        var egress = new TwirpEgress(clients);
        var target = new Egress.S3Target("http://127.0.0.1:9", "key", new Secret("secret"), null, "bucket");

        assertThatThrownBy(() -> egress.startVideo(room, "recordings/x.mp4", target, null))
                .isInstanceOfSatisfying(
                        LiveKitException.Refused.class,
                        it -> assertThat(it.notFound()).isTrue());
    }

    @Test
    void tellARefusedConnectionFromASilence() throws IOException {
        var nobody = new TwirpRooms(
                new LiveKitClients(properties("http://127.0.0.1:" + LiveKitServer.freePort())), JsonMapper.shared());
        assertThatThrownBy(() -> nobody.live(room)).isInstanceOf(LiveKitException.Refused.class);

        try (var silent = new ServerSocket(0)) {
            var waiting = new TwirpRooms(
                    new LiveKitClients(properties("http://127.0.0.1:" + silent.getLocalPort())), JsonMapper.shared());
            assertThatThrownBy(() -> waiting.live(room)).isInstanceOf(LiveKitException.Unknown.class);
        }
    }

    @Test
    void failOnlyTheCallWhenTheAddressIsNone() {
        for (var address : new String[] {null, "", "not a url", "mailto:x@example.test", "https://"}) {
            var lost = new TwirpRooms(new LiveKitClients(properties(address)), JsonMapper.shared());
            assertThatThrownBy(() -> lost.live(room))
                    .isInstanceOfSatisfying(
                            LiveKitException.Refused.class,
                            it -> assertThat(it.unreachable())
                                    .as("trying again later would not help")
                                    .isFalse());
        }
    }

    private void open(String metadata) {
        Answers.of(clients.rooms().createRoom(room, 30, 0, null, metadata, null, null, null, null));
    }

    private String metadata() {
        return Answers.of(clients.rooms().listRooms(List.of(room)))
                .orElseThrow()
                .getFirst()
                .getMetadata();
    }

    private static int validate(String token) throws Exception {
        try (var http = HttpClient.newHttpClient()) {
            var uri = URI.create(SERVER.httpUrl() + "/rtc/validate?access_token=" + token);
            return http.send(HttpRequest.newBuilder(uri).build(), BodyHandlers.discarding())
                    .statusCode();
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {-45, 45})
    void letsInWhoeverHasATokenOfOursThoughOurClockIsWrong(int skew) {
        var ours = Clock.offset(Clock.systemUTC(), Duration.ofSeconds(skew));
        var properties = properties(SERVER.url());
        var hs256 = new Hs256(properties, JsonMapper.shared(), ours);
        var tokens = new HmacAccessTokens(properties, new TokenProperties(Duration.ofHours(6), true), hs256, ours);
        var token = tokens.recorder("skewed" + skew, "alice", Duration.ofMinutes(5));
        try (var alice = Attendee.enter(SERVER.url().replace("http", "ws"), token)) {
            assertThat(alice.identity()).isEqualTo("alice");
        }
    }

    private static LiveKitProperties properties(@org.jspecify.annotations.Nullable String url) {
        return new LiveKitProperties(
                LiveKitServer.KEY,
                new Secret(LiveKitServer.SECRET),
                url,
                true,
                List.of("camera"),
                null,
                "test",
                List.of());
    }
}
