package io.causerie.meetings;

import static org.assertj.core.api.Assertions.assertThat;

import io.causerie.rooms.RoomsTest;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** Moderation while LiveKit takes calls and never answers: a clear answer, soon, and nothing half done. */
class LiveKitAwayTests extends RoomsTest {

    private static final ServerSocket SILENT = silent();

    @DynamicPropertySource
    static void livekit(DynamicPropertyRegistry registry) {
        registry.add("LIVEKIT_API_URL", () -> "ws://127.0.0.1:" + SILENT.getLocalPort());
    }

    @Test
    void isToldClearly() {
        var alice = people.alice();
        var room = aRoomOf(alice, "public");

        var answer = as(alice).post(path(room) + "remove-participant/", "{\"participant_identity\":\"x\"}");

        assertThat(answer.status()).isEqualTo(502);
        assertThat(answer.body()).isEqualTo("{\"error\":\"Failed to remove participant\"}");
        assertThat(as(alice).post(path(room) + "end/", "").status()).isEqualTo(502);
    }

    @Test
    void deletesTheRoomAllTheSame() {
        var alice = people.alice();
        var room = aRoomOf(alice, "public");

        assertThat(as(alice).delete(path(room)).status()).isEqualTo(204);
        assertThat(as(alice).patch(path(room), "{}").status()).isEqualTo(404);
    }

    @Test
    void changesTheRoomAllTheSameAndSoon() {
        var alice = people.alice();
        var room = aRoomOf(alice, "public");
        long before = System.nanoTime();

        var answer = as(alice).patch(path(room), "{\"access_level\":\"restricted\"}");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json().get("access_level").asString()).isEqualTo("restricted");
        assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(Duration.ofSeconds(3));
    }

    private static ServerSocket silent() {
        try {
            return new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
