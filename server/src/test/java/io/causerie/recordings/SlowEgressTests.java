package io.causerie.recordings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.google.protobuf.MessageLite;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.causerie.ApplicationTest;
import io.causerie.Http;
import io.causerie.users.SignedIn;
import io.causerie.users.TestUsers;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import livekit.LivekitEgress.EgressInfo;
import livekit.LivekitEgress.EgressStatus;
import livekit.LivekitEgress.ListEgressRequest;
import livekit.LivekitEgress.ListEgressResponse;
import livekit.LivekitEgress.RoomCompositeEgressRequest;
import livekit.LivekitEgress.StopEgressRequest;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** A LiveKit that starts an egress late, or answers late, or never: an honest answer meanwhile, no stray left, no room blocked (contract 04, section 14.3). */
@ApplicationTest
@Import(TestUsers.class)
class SlowEgressTests {

    private static final SlowLiveKit LIVEKIT = new SlowLiveKit();

    @DynamicPropertySource
    static void livekit(DynamicPropertyRegistry registry) {
        registry.add("LIVEKIT_API_URL", LIVEKIT::address);
    }

    @LocalServerPort
    int port;

    @Autowired
    TestUsers users;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Reconciliation reconciliation;

    private SignedIn alice;
    private UUID room;

    @BeforeEach
    void aRoom() {
        alice = users.alice();
        var rows = new TestRecordings(jdbc);
        room = rows.room("slow-" + UUID.randomUUID().toString().substring(0, 8));
        rows.access(room, alice.user().id(), "owner");
    }

    @AfterAll
    static void stop() {
        LIVEKIT.close();
    }

    @Test
    void oneThatStartsAtOnceButAnswersTooLateIsStoppedAtOnce() {
        LIVEKIT.behave(room, new Behaviour(Duration.ZERO, Duration.ofSeconds(12)));
        assertThat(start().status()).isEqualTo(502);
        assertThat(status()).isEqualTo("failed_to_start");
        assertThat(LIVEKIT.running(room)).isZero();
        theRoomIsFree();
    }

    @Test
    void oneThatStartsWhenNobodyWaitsForItAnyMoreIsStoppedToo() {
        LIVEKIT.behave(room, new Behaviour(Duration.ofSeconds(14), Duration.ofSeconds(75)));
        assertThat(start().status()).isEqualTo(502);
        await().atMost(Duration.ofSeconds(30)).until(() -> LIVEKIT.running(room) == 1);
        await().atMost(Duration.ofSeconds(60))
                .pollInterval(Duration.ofSeconds(1))
                .until(() -> {
                    reconciliation.run();
                    return LIVEKIT.running(room) == 0;
                });
        assertThat(status()).isEqualTo("failed_to_start");
        theRoomIsFree();
    }

    @Test
    void oneThatNeverAnswersBlocksNoRoom() {
        LIVEKIT.behave(room, new Behaviour(Duration.ofHours(1), Duration.ofHours(1)));
        assertThat(start().status()).isEqualTo(502);
        assertThat(status()).isEqualTo("failed_to_start");
        theRoomIsFree();
    }

    private void theRoomIsFree() {
        LIVEKIT.behave(room, new Behaviour(Duration.ZERO, Duration.ZERO));
        assertThat(start().status()).isEqualTo(201);
        assertThat(LIVEKIT.running(room)).isEqualTo(1);
    }

    /** Patient as a browser is. */
    private Http.Answer start() {
        return alice.http(port)
                .post("/api/v1.0/rooms/" + room + "/start-recording/", "{\"mode\": \"screen_recording\"}");
    }

    private String status() {
        return jdbc.sql("select status from meet_recording where room_id = :room order by created_at limit 1")
                .param("room", room)
                .query(String.class)
                .single();
    }

    /** When an egress of a room begins, and when that is answered. */
    private record Behaviour(Duration begins, Duration answers) {}

    /** LiveKit's egress service as far as a start needs it, over real HTTP. */
    private static final class SlowLiveKit implements AutoCloseable {

        private final Map<UUID, Behaviour> behaviours = new ConcurrentHashMap<>();
        private final Map<String, EgressInfo> known = new ConcurrentHashMap<>();
        private final HttpServer server;

        SlowLiveKit() {
            try {
                server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 50);
            } catch (IOException e) {
                throw new java.io.UncheckedIOException(e);
            }
            server.createContext("/twirp/livekit.Egress/StartRoomCompositeEgress", this::start);
            server.createContext("/twirp/livekit.Egress/ListEgress", this::list);
            server.createContext("/twirp/livekit.Egress/StopEgress", this::end);
            server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
            server.start();
        }

        String address() {
            return "http://127.0.0.1:" + server.getAddress().getPort();
        }

        void behave(UUID room, Behaviour behaviour) {
            behaviours.put(room, behaviour);
        }

        long running(UUID room) {
            return known.values().stream()
                    .filter(it -> it.getRoomName().equals(room.toString()))
                    .filter(it -> it.getStatus() == EgressStatus.EGRESS_ACTIVE)
                    .count();
        }

        private void start(HttpExchange exchange) throws IOException {
            var request = RoomCompositeEgressRequest.parseFrom(exchange.getRequestBody());
            var behaviour = behaviours.get(UUID.fromString(request.getRoomName()));
            var info = EgressInfo.newBuilder()
                    .setEgressId("EG_" + UUID.randomUUID())
                    .setRoomName(request.getRoomName())
                    .setStatus(EgressStatus.EGRESS_ACTIVE)
                    .setRoomComposite(request)
                    .build();
            pause(behaviour.begins());
            known.put(info.getEgressId(), info);
            pause(behaviour.answers().minus(behaviour.begins()));
            answer(exchange, info);
        }

        private void list(HttpExchange exchange) throws IOException {
            var request = ListEgressRequest.parseFrom(exchange.getRequestBody());
            var found = known.values().stream()
                    .filter(it -> request.getEgressId().isEmpty()
                            ? it.getRoomName().equals(request.getRoomName())
                            : it.getEgressId().equals(request.getEgressId()))
                    .toList();
            answer(exchange, ListEgressResponse.newBuilder().addAllItems(found).build());
        }

        private void end(HttpExchange exchange) throws IOException {
            var request = StopEgressRequest.parseFrom(exchange.getRequestBody());
            var ended = known.computeIfPresent(
                    request.getEgressId(),
                    (id, it) ->
                            it.toBuilder().setStatus(EgressStatus.EGRESS_ENDING).build());
            answer(exchange, ended == null ? EgressInfo.getDefaultInstance() : ended);
        }

        private static void pause(Duration duration) {
            try {
                Thread.sleep(duration);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }

        private static void answer(HttpExchange exchange, MessageLite message) throws IOException {
            byte[] bytes = message.toByteArray();
            exchange.getResponseHeaders().set("Content-Type", "application/protobuf");
            exchange.sendResponseHeaders(200, bytes.length);
            exchange.getResponseBody().write(bytes);
            exchange.close();
        }

        @Override
        public void close() {
            server.stop(0);
        }
    }
}
