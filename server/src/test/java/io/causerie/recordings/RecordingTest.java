package io.causerie.recordings;

import io.causerie.ApplicationTest;
import io.causerie.Statements;
import io.causerie.users.SignedIn;
import io.causerie.users.TestUsers;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.context.TestPropertySource;

/** What tests of recordings over HTTP share: one server whose recordings are made by {@link StubWorker}, Alice, and a room of hers. */
@ApplicationTest
@Import(Statements.class)
@TestPropertySource(properties = "RECORDING_WORKER_CLASSES={'screen_recording': 'stub', 'transcript': 'stub'}")
abstract class RecordingTest {

    static final String FORM = "multipart/form-data; boundary=x";

    static final Path OBJECTS = folder();

    @DynamicPropertySource
    static void objects(DynamicPropertyRegistry registry) {
        registry.add("CAUSERIE_OBJECT_FOLDER", OBJECTS::toString);
    }

    private static Path folder() {
        try {
            return Files.createTempDirectory("recordings");
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    @LocalServerPort
    int port;

    @Autowired
    TestUsers users;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    StubWorker worker;

    @Autowired
    Strays strays;

    @Autowired
    Statements statements;

    @Autowired
    Recordings recordings;

    @Autowired
    RecordingLedger ledger;

    private final HttpClient http = HttpClient.newHttpClient();

    TestRecordings rows;
    SignedIn alice;
    String slug;
    UUID room;

    @BeforeEach
    void aliceOwnsARoom() {
        worker.reset();
        strays.stopOrphans(); // of former tests: the server would stop them in the midst of this one
        worker.reset();
        rows = new TestRecordings(jdbc);
        alice = users.alice();
        slug = "room-" + UUID.randomUUID().toString().substring(0, 8);
        room = rows.room(slug);
        rows.access(room, alice.user().id(), "owner");
    }

    record Answer(int status, String body, Map<String, java.util.List<String>> headers) {}

    Answer send(SignedIn browser, String method, String path, String type, String body) {
        return send(browser.on(request(path)).header("Content-Type", type), method, body);
    }

    Answer send(SignedIn browser, String method, String path) {
        return send(browser.on(request(path)), method, "");
    }

    Answer anonymous(String method, String path) {
        return send(request(path), method, "");
    }

    Answer start(SignedIn browser, String body) {
        return send(browser, "POST", "/api/v1.0/rooms/" + room + "/start-recording/", "application/json", body);
    }

    Answer start() {
        return start(alice, "{\"mode\": \"screen_recording\"}");
    }

    Answer stop() {
        return send(alice, "POST", "/api/v1.0/rooms/" + room + "/stop-recording/");
    }

    /** The room's only recording. */
    Map<String, Object> row() {
        return jdbc.sql("select *, options::text as option_text from meet_recording where room_id = :room")
                .param("room", room)
                .query()
                .singleRow();
    }

    /** A multipart body of these parts, each a name and a value. */
    static String form(String... parts) {
        var body = new StringBuilder();
        for (int i = 0; i < parts.length; i += 2) {
            body.append("--x\r\nContent-Disposition: form-data; name=\"")
                    .append(parts[i])
                    .append("\"\r\n\r\n")
                    .append(parts[i + 1])
                    .append("\r\n");
        }
        return body + "--x--\r\n";
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path));
    }

    private Answer send(HttpRequest.Builder request, String method, String body) {
        try {
            HttpResponse<String> answer = http.send(
                    request.method(method, BodyPublishers.ofString(body)).build(), BodyHandlers.ofString());
            return new Answer(
                    answer.statusCode(), answer.body(), answer.headers().map());
        } catch (java.io.IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
