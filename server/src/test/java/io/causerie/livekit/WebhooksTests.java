package io.causerie.livekit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.causerie.ApplicationTest;
import io.causerie.LiveKitServer;
import io.causerie.Statements;
import io.causerie.livekit.LiveKitEvent.EgressEnded;
import io.causerie.livekit.LiveKitEvent.ParticipantJoined;
import io.causerie.livekit.LiveKitEvent.ParticipantLeft;
import io.causerie.platform.Secret;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/** {@code POST /api/v1.0/rooms/webhooks-livekit/}. */
@ApplicationTest
@Import({WebhooksTests.Ears.class, Statements.class})
class WebhooksTests {

    private static final String PATH = "/api/v1.0/rooms/webhooks-livekit/";

    @LocalServerPort
    int port;

    @Autowired
    Ears ears;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Statements statements;

    private final String room = UUID.randomUUID().toString();
    private final HttpClient http = HttpClient.newHttpClient();
    private final Hs256 hs256 = hs256(LiveKitServer.SECRET);

    /** Hears what the application is told of the rooms of these tests. */
    @TestConfiguration
    static class Ears {

        final Queue<LiveKitEvent> heard = new ConcurrentLinkedQueue<>();
        final AtomicInteger failures = new AtomicInteger();

        @EventListener
        void on(ParticipantJoined event) {
            hear(event);
        }

        @EventListener
        void on(ParticipantLeft event) {
            hear(event);
        }

        private void hear(LiveKitEvent event) {
            if (event.room().startsWith("deaf")) {
                failures.incrementAndGet();
                throw new IllegalStateException("cannot hear");
            }
            heard.add(event);
        }

        List<LiveKitEvent> of(String room) {
            return heard.stream().filter(it -> it.room().equals(room)).toList();
        }
    }

    @Test
    void tellTheApplicationWhoJoined() throws Exception {
        var answer = send(joined(room, "alice"));

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo("{\"status\":\"success\"}");
        assertThat(ears.of(room)).containsExactly(new ParticipantJoined(room, "alice"));
    }

    @Test
    void areHandledOnceHoweverOftenTheyCome() throws Exception {
        var body = joined(room, "alice");

        assertThat(send(body).statusCode()).isEqualTo(200);
        assertThat(send(body).statusCode()).isEqualTo(200);
        assertThat(send(body).statusCode()).isEqualTo(200);

        assertThat(ears.of(room)).hasSize(1);
    }

    @Test
    void areHandledEachTimeWhenTheyHaveNoId() throws Exception {
        var body = "{\"event\":\"participant_left\",\"room\":{\"name\":\"" + room + "\"}}";

        send(body);
        send(body);

        assertThat(ears.of(room)).hasSize(2);
    }

    @Test
    void areSentAgainWhenAListenerFails() throws Exception {
        var body = joined("deaf-" + room, "alice");
        int before = ears.failures.get();

        var first = send(body);
        assertThat(send(body).statusCode()).isEqualTo(500);

        assertThat(first.statusCode()).isEqualTo(500);
        assertThat(first.headers().firstValue("Content-Type").orElse("")).startsWith("text/html");
        assertThat(ears.failures.get() - before).isEqualTo(2);
    }

    @Test
    void areNotHandledTwiceAtOnce() throws Exception {
        var body = joined(room, "alice");
        send(body);
        jdbc.sql(
                        "update causerie.livekit_webhook set handled_at = null, claimed_until = now() + interval '1 minute' where id like :id")
                .param("id", id(room) + "/%")
                .update();

        assertThat(send(body).statusCode()).isEqualTo(500);
        assertThat(ears.of(room)).hasSize(1);
    }

    @Test
    void needAToken() throws Exception {
        for (var header : new String[] {null, ""}) {
            var answer = send(joined(room, "alice").getBytes(StandardCharsets.UTF_8), header);

            assertThat(answer.statusCode()).isEqualTo(401);
            assertThat(answer.body()).isEqualTo("{\"status\":\"error\"}");
        }
    }

    @Test
    void areRefusedWhenForged() throws Exception {
        var body = joined(room, "alice").getBytes(StandardCharsets.UTF_8);
        var good = token(body);

        assertRefused(body, hs256("another secret altogether").sign(claims(body)));
        assertRefused(body, "Bearer " + good);
        assertRefused(body, good.substring(0, good.length() - 4));
        assertRefused(body, "nonsense");
        assertRefused(body, token("{}".getBytes(StandardCharsets.UTF_8)));
        assertRefused(body, hs256.sign(Map.of("iss", LiveKitServer.KEY)));
        var other = new LinkedHashMap<String, Object>(claims(body));
        other.put("iss", "another-key");
        assertRefused(body, hs256.sign(other));
        assertThat(ears.of(room)).isEmpty();
    }

    @Test
    void areGoodForAMinuteMoreThanTheirTokenSays() throws Exception {
        var body = joined(room, "alice").getBytes(StandardCharsets.UTF_8);
        long now = Clock.systemUTC().instant().getEpochSecond();
        var late = new LinkedHashMap<String, Object>(claims(body));
        late.put("exp", now - 50);
        var tooLate = new LinkedHashMap<String, Object>(claims(body));
        tooLate.put("exp", now - 70);

        assertRefused(body, hs256.sign(tooLate));
        assertThat(send(body, hs256.sign(late)).statusCode()).isEqualTo(200);
    }

    /** LiveKit makes a token good from now on, by its own clock. */
    @ParameterizedTest
    @ValueSource(ints = {-45, 45})
    void areBelievedOfAServerWhoseClockIsWrong(int skew) throws Exception {
        var body = joined(room, "alice").getBytes(StandardCharsets.UTF_8);
        long theirs = Clock.systemUTC().instant().getEpochSecond() + skew;
        var token = new LinkedHashMap<String, Object>(claims(body));
        token.put("nbf", theirs);
        token.put("exp", theirs + 30);
        assertThat(send(body, hs256.sign(token)).statusCode()).isEqualTo(200);

        token.put("nbf", theirs + 120);
        token.put("exp", theirs + 300);
        assertRefused(body, hs256.sign(token));
    }

    @Test
    void areRefusedWhenTruncatedHugeOrNoText() throws Exception {
        var text = joined(room, "alice");
        var truncated = text.substring(0, text.length() - 3).getBytes(StandardCharsets.UTF_8);
        var huge = ("{\"event\":\"" + "x".repeat(2_700_000) + "\"}").getBytes(StandardCharsets.UTF_8);
        var noText = new byte[] {'{', '"', (byte) 0xff, '"', ':', '1', '}'};

        for (var body : List.of(truncated, huge, noText, new byte[0], "[]".getBytes(StandardCharsets.UTF_8))) {
            assertRefused(body, token(body));
        }
    }

    @Test
    void costTheDatabaseNothingWhenForgedReplayedElsewhereTruncatedOrHuge() throws Exception {
        var body = joined(room, "alice").getBytes(StandardCharsets.UTF_8);
        var huge = new byte[3_000_000];
        var good = token(body);
        var forged = hs256("another secret altogether").sign(claims(body));
        var hugeToken = token(huge);

        var sent = statements.during(() -> {
            refuse(body, forged);
            refuse(java.util.Arrays.copyOf(body, body.length - 1), good);
            refuse(huge, forged);
            refuse(huge, hugeToken);
            refuse(new byte[0], good);
        });

        assertThat(sent).isEmpty();
    }

    @Test
    void areAnsweredWithoutTheirBodyBeingReadWhenItIsTooLargeOrNotSigned() throws Exception {
        var untouched = new java.io.InputStream() {
            @Override
            public int read() {
                throw new AssertionError("read");
            }
        };
        var reader = new WebhookReader(hs256);
        var body = joined(room, "alice").getBytes(StandardCharsets.UTF_8);

        assertThatThrownBy(() -> reader.read(token(body), 3_000_000, untouched))
                .isInstanceOf(WebhookReader.BadWebhook.class);
        assertThatThrownBy(() -> reader.read("a.b.c", 10, untouched)).isInstanceOf(WebhookReader.BadWebhook.class);
    }

    @Test
    void breakNothingHoweverTheyAreMangled() throws Exception {
        var reader = new WebhookReader(hs256);
        var random = new java.util.Random(20261122);
        var body = joined(room, "alice").getBytes(StandardCharsets.UTF_8);
        var good = token(body);
        for (int i = 0; i < 3000; i++) {
            var mangled = mangled(body, random);
            var token =
                    new String(mangled(good.getBytes(StandardCharsets.US_ASCII), random), StandardCharsets.ISO_8859_1);
            assertRead(reader, token, body);
            assertRead(reader, good, mangled);
            assertRead(reader, token(mangled), mangled);
        }
        var deep = ("{\"a\":" + "[".repeat(200_000)).getBytes(StandardCharsets.UTF_8);
        assertRead(reader, token(deep), deep);
    }

    /** Either it is read, or it is refused; nothing else comes out. */
    private static void assertRead(WebhookReader reader, String token, byte[] body) throws Exception {
        try {
            assertThat(reader.read(token, -1, new java.io.ByteArrayInputStream(body)))
                    .isNotNull();
        } catch (WebhookReader.BadWebhook e) {
            assertThat(e).hasMessageNotContaining("alice");
        }
    }

    private static byte[] mangled(byte[] bytes, java.util.Random random) {
        var copy = java.util.Arrays.copyOf(bytes, random.nextInt(4) == 0 ? random.nextInt(bytes.length) : bytes.length);
        for (int i = random.nextInt(4); i >= 0 && copy.length > 0; i--) {
            copy[random.nextInt(copy.length)] = (byte) random.nextInt(random.nextBoolean() ? 128 : 256);
        }
        return copy;
    }

    private void refuse(byte[] body, String token) {
        try {
            assertRefused(body, token);
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "participant_joined, connection-test-1, 200",
        "no_such_event, connection-test-1, 200",
        "no_such_event, some-room, 422",
        "participant_connection_aborted, some-room, 200",
        "agent_job_started, some-room, 200",
        "track_published, some-room, 200",
        "ingress_started, '', 200",
        "egress_started, some-room, 200"
    })
    void areAnsweredByTheirNameAndRoom(String event, String room, int status) throws Exception {
        var answer = send("{\"event\":\"" + event + "\",\"room\":{\"name\":\"" + room + "\"}}");

        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.body()).isEqualTo(status == 200 ? "{\"status\":\"success\"}" : "{\"status\":\"error\"}");
        assertThat(ears.of("connection-test-1")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"event\":\"egress_ended\",\"egressInfo\":{\"egressId\":\"EG_1\",\"roomName\":\"r\",\"status\":\"EGRESS_COMPLETE\","
                        + "\"fileResults\":[{\"filename\":\"a.mp4\",\"size\":\"7\",\"startedAt\":\"1790000000000000000\"}]}}",
                "{\"event\":\"egress_ended\",\"egress_info\":{\"egress_id\":\"EG_1\",\"room_name\":\"r\",\"status\":3,"
                        + "\"file_results\":[{\"filename\":\"a.mp4\",\"size\":7,\"started_at\":1790000000000000000}],\"new_field\":{}}}"
            })
    void areReadInEitherSpelling(String body) throws Exception {
        var bytes = body.getBytes(StandardCharsets.UTF_8);
        var message = new WebhookReader(hs256).read(token(bytes), -1, new java.io.ByteArrayInputStream(bytes));

        var info = EgressInfos.of(message.event().getEgressInfo());
        assertThat(new EgressEnded(info.room(), info).egress().status()).isEqualTo(Egress.Status.COMPLETE);
        assertThat(info.id()).isEqualTo("EG_1");
        assertThat(info.files())
                .containsExactly(new Egress.File("a.mp4", java.time.Instant.ofEpochSecond(1_790_000_000), null, 7));
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET", "PUT", "PATCH", "DELETE"})
    void areNoRoom(String method) throws Exception {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + PATH))
                .method(method, BodyPublishers.noBody())
                .build();

        assertThat(http.send(request, BodyHandlers.ofString()).statusCode()).isEqualTo(405);
    }

    @Test
    void areHandledOnceWhenManyComeAtOnce() throws Exception {
        var body = joined(room, "alice");
        Callable<Integer> delivery = () -> send(body).statusCode();

        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var statuses = threads.invokeAll(Collections.nCopies(10, delivery)).stream()
                    .map(it -> it.resultNow())
                    .toList();

            assertThat(statuses).contains(200).isSubsetOf(200, 500);
        }
        assertThat(send(body).statusCode()).isEqualTo(200);
        assertThat(ears.of(room)).hasSize(1);
    }

    @Test
    void comeFromARealServer() {
        register(room);
        try (var server = new LiveKitServer().start("http://127.0.0.1:" + port + PATH)) {
            var clients = new LiveKitClients(properties(LiveKitServer.SECRET, server.url()));
            Answers.of(clients.rooms().createRoom(room, 1, 0, null, null, null, null, null, null));
            new TwirpRooms(clients, JsonMapper.shared()).delete(room);

            Awaitility.await()
                    .atMost(Duration.ofSeconds(20))
                    .untilAsserted(
                            () -> assertThat(handled()).containsExactlyInAnyOrder("RoomStarted", "RoomFinished"));
        }
    }

    private void register(String room) {
        jdbc.sql("""
                        with resource as (
                            insert into meet_resource (id, created_at, updated_at) values (:id, now(), now()))
                        insert into meet_room (resource_id, name, slug, configuration, access_level)
                        values (:id, 'Real', 'real', '{}', 'public')""").param("id", UUID.fromString(room)).update();
    }

    private List<String> handled() {
        return jdbc.sql("""
                        select event from causerie.livekit_webhook
                        where handled_at is not null and event like 'Room%'""").query(String.class).list();
    }

    private void assertRefused(byte[] body, String token) throws Exception {
        var answer = send(body, token);
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).isEqualTo("{\"status\":\"error\"}");
    }

    private static String joined(String room, String identity) {
        return "{\"event\":\"participant_joined\",\"room\":{\"name\":\"" + room + "\"},\"participant\":{\"identity\":\""
                + identity + "\"},\"id\":\"" + id(room) + "\",\"createdAt\":\"1790000000\",\"unknown\":[1]}";
    }

    private static String id(String room) {
        return "EV_" + room;
    }

    private HttpResponse<String> send(String body) throws Exception {
        var bytes = body.getBytes(StandardCharsets.UTF_8);
        return send(bytes, token(bytes));
    }

    private HttpResponse<String> send(byte[] body, @org.jspecify.annotations.Nullable String token) throws Exception {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + PATH))
                .header("Content-Type", "application/webhook+json")
                .POST(BodyPublishers.ofByteArray(body));
        if (token != null) {
            request.header("Authorization", token);
        }
        return http.send(request.build(), BodyHandlers.ofString());
    }

    private String token(byte[] body) throws Exception {
        return hs256.sign(claims(body));
    }

    private static Map<String, Object> claims(byte[] body) throws Exception {
        var hash = MessageDigest.getInstance("SHA-256").digest(body);
        return Map.of(
                "iss",
                LiveKitServer.KEY,
                "exp",
                Clock.systemUTC().instant().getEpochSecond() + 300,
                "sha256",
                Base64.getEncoder().encodeToString(hash));
    }

    private static Hs256 hs256(String secret) {
        return new Hs256(properties(secret, null), JsonMapper.shared(), Clock.systemUTC());
    }

    private static LiveKitProperties properties(String secret, @org.jspecify.annotations.Nullable String url) {
        return new LiveKitProperties(LiveKitServer.KEY, new Secret(secret), url, true, List.of(), null, "x", List.of());
    }
}
