package io.causerie.recordings;

import static org.assertj.core.api.Assertions.assertThat;

import io.causerie.ApplicationTest;
import io.causerie.LiveKitServer;
import io.causerie.users.TestUsers;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** The egress workers against a real LiveKit server that has no egress service. */
@ApplicationTest
class CompositeEgressTests {

    private static final LiveKitServer LIVEKIT = new LiveKitServer();

    @LocalServerPort
    int port;

    @Autowired
    TestUsers users;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Reconciliation reconciliation;

    @DynamicPropertySource
    static void livekit(DynamicPropertyRegistry registry) {
        registry.add("LIVEKIT_API_URL", LIVEKIT::url);
        registry.add("AWS_S3_ACCESS_KEY_ID", () -> "key");
        registry.add("AWS_S3_SECRET_ACCESS_KEY", () -> "secret");
    }

    @BeforeAll
    static void start() {
        LIVEKIT.start(null);
    }

    @AfterAll
    static void stop() {
        LIVEKIT.close();
    }

    /** A LiveKit without egress service refuses to list: nothing is concluded from that, whatever it is asked by. */
    @ParameterizedTest
    @ValueSource(strings = {"EG_unheard", ""})
    void nothingIsConcludedWhileLiveKitHasNoEgressService(String workerId) {
        var rows = new TestRecordings(jdbc);
        var room = rows.room("listed-" + UUID.randomUUID().toString().substring(0, 8));
        var id = rows.recording(room, RecordingStatus.ACTIVE, workerId);
        rows.age(id, 120);
        reconciliation.run();
        assertThat(rows.status(id)).isEqualTo("active");
    }

    @Test
    void aStopThatLiveKitRefusesLeavesItToReconciliation() {
        var rows = new TestRecordings(jdbc);
        var alice = users.alice();
        var room = rows.room("stopped-" + UUID.randomUUID().toString().substring(0, 8));
        rows.access(room, alice.user().id(), "owner");
        var id = rows.recording(room, RecordingStatus.ACTIVE, "EG_unheard");
        assertThat(alice.http(port)
                        .post("/api/v1.0/rooms/" + room + "/stop-recording/", "")
                        .status())
                .isEqualTo(500);
        assertThat(rows.status(id)).isEqualTo("failed_to_stop");
    }

    @ParameterizedTest
    @ValueSource(strings = {"screen_recording", "transcript"})
    void anEgressThatIsNotConnectedFailsTheStartAndFreesTheRoom(String mode) throws Exception {
        var rows = new TestRecordings(jdbc);
        var alice = users.alice();
        var slug = "egress-" + UUID.randomUUID().toString().substring(0, 8);
        var room = rows.room(slug);
        rows.access(room, alice.user().id(), "owner");
        for (int attempt = 0; attempt < 2; attempt++) {
            var request = HttpRequest.newBuilder(
                    URI.create("http://127.0.0.1:" + port + "/api/v1.0/rooms/" + room + "/start-recording/"));
            var answer = HttpClient.newHttpClient()
                    .send(
                            alice.on(request)
                                    .header("Content-Type", "application/json")
                                    .POST(BodyPublishers.ofString("{\"mode\":\"" + mode + "\"}"))
                                    .build(),
                            BodyHandlers.ofString());
            assertThat(answer.statusCode()).isEqualTo(502);
            assertThat(answer.body()).isEqualTo("{\"error\":\"Recording failed to start for room " + slug + "\"}");
        }
        assertThat(jdbc.sql("select status from meet_recording where room_id = :room")
                        .param("room", room)
                        .query(String.class)
                        .list())
                .containsExactly("failed_to_start", "failed_to_start");
    }
}
