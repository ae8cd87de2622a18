package io.causerie.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.causerie.platform.Secret;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LiveKitServerTests {

    private static final Console SILENT = new Console(new PrintStream(OutputStream.nullOutputStream()));

    @TempDir
    Path home;

    private final Path program = LiveKitProgram.find("").orElseThrow();
    private final int port = Ports.anyOnLoopback();
    private final int udpPort = Ports.anyOnLoopback();
    private DataFolder folder;
    private LiveKitServer server;

    @BeforeEach
    void open() {
        folder = DataFolder.open(home);
    }

    @AfterEach
    void close() {
        if (server != null) {
            server.stop();
        }
        folder.close();
    }

    @Test
    void listensOnLoopbackOnlyWithAConfigurationNobodyElseReads() throws IOException {
        server = start("webhook");

        assertThat(answers()).isTrue();
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(home.resolve("livekit/livekit.yaml"))))
                .isEqualTo("rw-------");
        assertThat(Files.readString(home.resolve("livekit/livekit.yaml")))
                .contains("bind_addresses: [\"127.0.0.1\"]", "tcp_port: 0", "http://127.0.0.1:8080/webhook");
    }

    @Test
    void isStartedAgainWhenItIsKilled() {
        server = start("webhook");
        var pid = server.process().pid();

        server.process().destroyForcibly();

        await().atMost(Duration.ofSeconds(60))
                .until(() -> server.process().pid() != pid && server.process().isAlive() && answers());
    }

    @Test
    void isAdoptedWhenItOutlivedAServer() {
        server = start("webhook");
        var pid = server.process().pid();

        server.leave();
        server = start("webhook");

        assertThat(server.process().pid()).isEqualTo(pid);
        assertThat(server.process().isAlive()).isTrue();
    }

    @Test
    void isReplacedWhenItsConfigurationHasChanged() {
        server = start("webhook");
        var before = server.process();

        server.leave();
        server = start("another");

        assertThat(before.isAlive()).isFalse();
        assertThat(answers()).isTrue();
    }

    @Test
    void leavesNothingRunningWhenStopped() {
        server = start("webhook");

        server.stop();

        assertThat(server.process().isAlive()).isFalse();
        assertThat(answers()).isFalse();
    }

    @Test
    void namesTheSettingWhenItsPortIsTaken() throws IOException {
        try (var squatter = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            assertThat(squatter.isBound()).isTrue();
            assertThatThrownBy(() -> start("webhook"))
                    .isInstanceOf(StandaloneFailure.class)
                    .hasMessageContaining(String.valueOf(port))
                    .extracting(it -> ((StandaloneFailure) it).action)
                    .asString()
                    .contains("CAUSERIE_LIVEKIT_PORT");
        }
    }

    @Test
    void namesTheSettingWhenTheProgramIsNotThere() {
        assertThatThrownBy(() -> LiveKitProgram.find("/nowhere/livekit-server"))
                .isInstanceOf(StandaloneFailure.class)
                .extracting(it -> ((StandaloneFailure) it).action)
                .asString()
                .contains("CAUSERIE_LIVEKIT_SERVER");
    }

    @Test
    void opensItsMediaPortsToOthersOnlyWhenBoundToAnotherAddress() {
        var open = new LiveKitConfiguration(
                "0.0.0.0", 7880, 7881, 7882, "192.0.2.7", new Secret("key"), new Secret("secret"), "http://x/");

        assertThat(open.yaml()).contains("tcp_port: 7881", "node_ip: 192.0.2.7").doesNotContain("stun_servers");
        assertThat(open.address()).isEqualTo("http://127.0.0.1:7880");
    }

    private LiveKitServer start(String webhook) {
        var configuration = new LiveKitConfiguration(
                "127.0.0.1",
                port,
                0,
                udpPort,
                "",
                new Secret("key"),
                new Secret("a secret that is long enough for LiveKit"),
                "http://127.0.0.1:8080/" + webhook);
        return LiveKitServer.start(folder, program, configuration, SILENT);
    }

    private boolean answers() {
        try (var socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 1_000);
            return true;
        } catch (IOException e) {
            return false;
        }
    }
}
