package io.causerie.platform;

import static org.assertj.core.api.Assertions.assertThat;

import io.causerie.ApplicationTest;
import java.io.IOException;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestPropertySource;

/** An open connection takes memory: there are only so many at a time, and the others wait for their turn. */
@ApplicationTest
@TestPropertySource(properties = "CAUSERIE_CONNECTIONS=5")
class ConnectionsTests {

    @LocalServerPort
    int port;

    @Test
    void moreThanThereMayBeWaitUntilSomebodyLeaves() throws IOException {
        var open = new ArrayList<Socket>();
        for (int i = 0; i < 5; i++) {
            var socket = ask();
            assertThat(answered(socket, 20_000)).isTrue();
            open.add(socket);
        }
        var one = ask();
        var other = ask();
        assertThat(answered(other, 1000)).isFalse();

        for (var socket : open) {
            socket.close();
        }

        assertThat(answered(one, 20_000)).isTrue();
        assertThat(answered(other, 20_000)).isTrue();
        one.close();
        other.close();
    }

    @Test
    void takeNoMoreThanHalfOfTheHeap() {
        assertThat(Connections.open(160L << 20)).isEqualTo(960);
        assertThat(Connections.answered(160L << 20)).isEqualTo(320);
        assertThat(Connections.open(512L << 20)).isEqualTo(3072);
        assertThat(Connections.answered(512L << 20)).isEqualTo(1024);
        assertThat(Connections.open(1L << 20)).isEqualTo(100);
        assertThat(Connections.open(1L << 40)).isEqualTo(100_000);
    }

    private Socket ask() throws IOException {
        var socket = new Socket("127.0.0.1", port);
        socket.getOutputStream()
                .write("GET /__lbheartbeat__ HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
        return socket;
    }

    private static boolean answered(Socket socket, int millis) throws IOException {
        socket.setSoTimeout(millis);
        try {
            return socket.getInputStream().read() == 'H';
        } catch (SocketTimeoutException e) {
            return false;
        }
    }
}
