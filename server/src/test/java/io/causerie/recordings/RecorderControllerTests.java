package io.causerie.recordings;

import static org.assertj.core.api.Assertions.assertThat;

import io.causerie.ApplicationTest;
import io.causerie.Http;
import io.causerie.storage.ObjectStore;
import io.causerie.users.TestUsers;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.json.JsonMapper;

/** The recorder's protocol, spoken by the test itself: no browser. */
@ApplicationTest
class RecorderControllerTests {

    @TempDir
    static Path objects;

    @LocalServerPort
    int port;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TestUsers users;

    @Autowired
    RecordingRepository repository;

    @Autowired
    RecorderSessions sessions;

    @Autowired
    RecorderOwner owner;

    @Autowired
    RecorderWatch watch;

    @Autowired
    BrowserRecorder recorder;

    @Autowired
    ObjectStore store;

    private Recording recording;
    private String key;
    private String code;

    @DynamicPropertySource
    static void settings(DynamicPropertyRegistry registry) {
        registry.add("CAUSERIE_OBJECT_FOLDER", objects::toString);
    }

    @BeforeEach
    void startRecording() {
        var room = RecorderRooms.create(jdbc, "Weekly planning");
        recording = RecorderRooms.initiate(
                repository, room, users.create("Alice Martin").id(), RecordingMode.SCREEN_RECORDING);
        key = "recordings/" + recording.id() + ".mp4";
        code = RecorderSecrets.next();
        sessions.insert(room, recording, key, owner.id(), RecorderSecrets.hash(code));
        repository.activate(recording.id(), "BR_" + recording.id(), java.util.Map.of());
    }

    @Test
    void tellsTheTaskOnceForACode() {
        var answer = claim(code);
        assertThat(answer.status()).isEqualTo(200);
        var task = answer.json();
        assertThat(task.path("recording_id").asString())
                .isEqualTo(recording.id().toString());
        assertThat(task.path("mode").asString()).isEqualTo("screen_recording");
        assertThat(task.path("room_name").asString()).isEqualTo("Weekly planning");
        assertThat(task.path("livekit").path("url").asString()).isEqualTo("http://127.0.0.1:9");
        assertThat(task.path("livekit").path("token").asString()).isNotEmpty();
        assertThat(task.path("chunk_ms").asInt()).isEqualTo(2000);
        assertThat(task.path("empty_timeout_ms").asInt()).isEqualTo(60_000);
        assertThat(task.path("max_duration_ms").isNull()).isTrue();

        assertThat(claim(code).status()).isEqualTo(403);
        assertThat(claim("guessed").status()).isEqualTo(403);
    }

    @Test
    void keepsOnlyHashesOfCodeAndToken() {
        var token = token();
        var row = jdbc.sql("select s::text from causerie.recorder_session s where recording_id = :id")
                .param("id", recording.id())
                .query(String.class)
                .single();
        assertThat(row).doesNotContain(token).doesNotContain(code);
    }

    @Test
    void appendsChunksInTheirOrderAndCompletesTheRecording() throws Exception {
        var token = token();
        assertThat(put(token, 0, "one ").body()).isEqualTo("{\"next\":1,\"stop\":false}");
        assertThat(put(token, 1, "two ").status()).isEqualTo(200);
        assertThat(store.head(key)).isEmpty();

        var answer = finish(token, "stopped", 2);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(content()).isEqualTo("one two ");
        assertThat(status().saved()).isTrue();
        assertThat(timeline("worker_ended")).contains("\"stopped\"").contains("\"bytes\": 8");
    }

    @Test
    void takesTheLastChunkAgainWithoutEffect() throws Exception {
        var token = token();
        put(token, 0, "one ");
        assertThat(put(token, 0, "one ").body()).isEqualTo("{\"next\":1,\"stop\":false}");
        var other = put(token, 0, "other");
        assertThat(other.status()).isEqualTo(409);
        assertThat(other.body()).isEqualTo("{\"expected\":1}");
        finish(token, "stopped", 1);
        assertThat(content()).isEqualTo("one ");
    }

    @Test
    void refusesAChunkOutOfOrder() {
        var answer = put(token(), 3, "four");
        assertThat(answer.status()).isEqualTo(409);
        assertThat(answer.body()).isEqualTo("{\"expected\":0}");
    }

    @Test
    void refusesADamagedAnEmptyAndAnOversizedChunk() throws IOException {
        var token = token();
        assertThat(send(token, 0, "one", digest("two")).status()).isEqualTo(400);
        assertThat(send(token, 0, "one", "md5=:abc:").status()).isEqualTo(400);
        assertThat(send(token, 0, "", digest("")).status()).isEqualTo(400);
        assertThat(announce(token, (64 << 20) + 1)).startsWith("HTTP/1.1 400");
        assertThat(put(token, 0, "one").status()).isEqualTo(200);
    }

    @Test
    void refusesAForgedToken() {
        token();
        for (var forged : new String[] {"", "forged", code, "Bearer"}) {
            var answer = put(forged, 0, "one");
            assertThat(answer.status()).isEqualTo(401);
            assertThat(answer.header("WWW-Authenticate")).isEqualTo("Bearer");
        }
        var none = new Http(port).send("PUT", chunk(0), BodyPublishers.ofString("one"), null);
        assertThat(none.status()).isEqualTo(401);
        assertThat(finish("forged", "stopped", 0).status()).isEqualTo(401);
        assertThat(event("forged", "failed", "x").status()).isEqualTo(401);
    }

    @Test
    void tellsTheRecorderToStop() {
        var token = token();
        event(token, "started", null);
        assertThat(recorder.stop("BR_" + recording.id())).isEqualTo(WorkerService.StopOutcome.STOPPED);
        assertThat(put(token, 0, "one").body()).isEqualTo("{\"next\":1,\"stop\":true}");
    }

    @Test
    void takesNothingWhenTheRecordingIsOver() {
        var token = token();
        put(token, 0, "one");
        finish(token, "room_empty", 1);
        assertThat(put(token, 1, "two").status()).isEqualTo(410);
        assertThat(finish(token, "stopped", 1).status()).isEqualTo(410);
    }

    @Test
    void keepsWhatThereIsWhenTheRecorderGivesUp() throws Exception {
        var token = token();
        put(token, 0, "one");
        assertThat(event(token, "failed", "capture_failed").status()).isEqualTo(200);
        assertThat(content()).isEqualTo("one");
        assertThat(timeline("saved")).contains("capture_failed");
    }

    @Test
    void abortsARecordingThatHasNothing() {
        event(token(), "failed", "no_mp4");
        assertThat(status()).isEqualTo(RecordingStatus.ABORTED);
        assertThat(timeline("aborted")).contains("no_mp4");
    }

    @Test
    void letsOnlyPlainWordsIntoTheTimeline() {
        event(token(), "failed", "<b>Alice's address</b>");
        assertThat(timeline("aborted")).contains("\"unknown\"");
        assertThat(event(token, "dance", "x").status()).isEqualTo(400);
    }

    @Test
    void endsARecordingThatNobodyClaims() {
        late("created_at", Duration.ofSeconds(17));
        late("heard_at", Duration.ofSeconds(16));
        watch.look();
        assertThat(status()).isEqualTo(RecordingStatus.ABORTED);
        assertThat(timeline("aborted")).contains("no_claim");
    }

    @Test
    void endsARecordingWhoseRecorderIsSilent() throws Exception {
        put(token(), 0, "one");
        late("heard_at", Duration.ofSeconds(21));
        watch.look();
        assertThat(content()).isEqualTo("one");
        assertThat(timeline("saved")).contains("silent");
    }

    @Test
    void savesWhatAServerThatDiedHadRecorded() throws Exception {
        put(token(), 0, "one");
        abandon();
        watch.look();
        assertThat(content()).isEqualTo("one");
        assertThat(status().saved()).isTrue();
        assertThat(timeline("saved")).contains("server_restarted");
    }

    @Test
    void abortsWhatAServerThatDiedHadOnlyBegun() {
        abandon();
        watch.look();
        assertThat(status()).isEqualTo(RecordingStatus.ABORTED);
        assertThat(timeline("aborted")).contains("server_restarted");
    }

    @Test
    void leavesTheRecordingsOfLivingServersAlone() {
        jdbc.sql("update causerie.recorder_session set owner = :other")
                .param("other", UUID.randomUUID())
                .update();
        watch.look();
        assertThat(status()).isEqualTo(RecordingStatus.ACTIVE);
    }

    @Test
    void servesTheRecorderPage() {
        var page = new Http(port).get("/api/v1.0/recorder/page/");
        assertThat(page.status()).isEqualTo(200);
        var asset = page.body().replaceAll("(?s).*\"(assets/[^\"]+\\.js)\".*", "$1");
        var script = new Http(port).get("/api/v1.0/recorder/page/" + asset);
        assertThat(script.status()).isEqualTo(200);
        assertThat(script.header("Content-Type")).isEqualTo("text/javascript");
        assertThat(new Http(port)
                        .get("/api/v1.0/recorder/page/assets/..%2findex.html")
                        .status())
                .isGreaterThanOrEqualTo(400);
    }

    private String token;

    private String token() {
        token = claim(code).json().path("upload_token").asString();
        return token;
    }

    private Http.Answer claim(String code) {
        return new Http(port).post("/api/v1.0/recorder/claim/", "{\"code\":\"" + code + "\"}");
    }

    private Http.Answer put(String token, int number, String chunk) {
        return send(token, number, chunk, digest(chunk));
    }

    private Http.Answer send(String token, int number, String chunk, String digest) {
        return new Http(port)
                .with("Authorization", "Bearer " + token)
                .with("Content-Digest", digest)
                .send("PUT", chunk(number), BodyPublishers.ofString(chunk), null);
    }

    /** Announces a chunk without sending it; answers the status line. */
    private String announce(String token, int length) throws IOException {
        try (var socket = new Socket("127.0.0.1", port)) {
            var request = "PUT " + chunk(0) + " HTTP/1.1\r\nHost: 127.0.0.1\r\nAuthorization: Bearer " + token
                    + "\r\nContent-Length: " + length + "\r\n\r\n";
            socket.getOutputStream().write(request.getBytes());
            return new BufferedReader(new InputStreamReader(socket.getInputStream())).readLine();
        }
    }

    private Http.Answer event(String token, String type, String reason) {
        var body = JsonMapper.shared().createObjectNode().put("type", type).put("reason", reason);
        return new Http(port)
                .with("Authorization", "Bearer " + token)
                .post("/api/v1.0/recorder/events/", body.toString());
    }

    private Http.Answer finish(String token, String reason, int chunks) {
        return new Http(port)
                .with("Authorization", "Bearer " + token)
                .post(
                        "/api/v1.0/recorder/finish/",
                        "{\"reason\":\"%s\",\"chunks\":%d,\"duration_ms\":1}".formatted(reason, chunks));
    }

    private static String chunk(int number) {
        return "/api/v1.0/recorder/chunks/" + number + "/";
    }

    private static String digest(String chunk) {
        return "sha-256=:" + Base64.getEncoder().encodeToString(RecorderSecrets.hash(chunk)) + ":";
    }

    private void late(String column, Duration by) {
        jdbc.sql("update causerie.recorder_session set " + column + " = " + column
                        + " - make_interval(secs => :by) where recording_id = :id")
                .param("by", by.toSeconds())
                .param("id", recording.id())
                .update();
    }

    private void abandon() {
        jdbc.sql("update causerie.recorder_session set owner = :other where recording_id = :id")
                .param("other", UUID.randomUUID())
                .param("id", recording.id())
                .update();
        late("lease_at", Duration.ofSeconds(11));
    }

    private String content() throws Exception {
        try (var in = store.read(key, 0, Long.MAX_VALUE).orElseThrow()) {
            return new String(in.readAllBytes());
        }
    }

    private RecordingStatus status() {
        return repository.find(recording.id()).orElseThrow().status();
    }

    private String timeline(String kind) {
        return jdbc.sql("select details::text from causerie.recording_event where recording_id = :id and kind = :kind")
                .param("id", recording.id())
                .param("kind", kind)
                .query(String.class)
                .single();
    }
}
