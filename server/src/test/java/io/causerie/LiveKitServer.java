package io.causerie;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;

/**
 * A real livekit-server on free ports of the loopback. Its address is known before it is started, so that the server under test can be told; its
 * webhooks go where {@link #start} says.
 */
public final class LiveKitServer implements AutoCloseable {

    public static final String KEY = "devkey";
    public static final String SECRET = "secret-for-tests-that-is-long-enough";

    private final int port = freePort();
    private @Nullable Process process;
    private @Nullable RedisServer redis;

    /** What {@code LIVEKIT_API_URL} must be. */
    public String url() {
        return "ws://127.0.0.1:" + port;
    }

    public String httpUrl() {
        return "http://127.0.0.1:" + port;
    }

    /** With a Redis of its own, which LiveKit needs for telephony. */
    public LiveKitServer withRedis() {
        redis = new RedisServer().start();
        return this;
    }

    /** Starts it and waits until it listens; {@code webhookUrl} null for no webhooks. A port for media that somebody took meanwhile is replaced by another. */
    public LiveKitServer start(@Nullable String webhookUrl) {
        for (int tries = 1; !runs(webhookUrl); tries++) {
            if (tries == 5) {
                throw new IllegalStateException("livekit-server ends at once: see " + log());
            }
        }
        return this;
    }

    private boolean runs(@Nullable String webhookUrl) {
        var started = begin(webhookUrl);
        process = started;
        Awaitility.await().atMost(Duration.ofSeconds(60)).until(() -> listens() || !started.isAlive());
        return started.isAlive();
    }

    private Process begin(@Nullable String webhookUrl) {
        var webhooks = webhookUrl == null ? "" : "webhook:\n  api_key: " + KEY + "\n  urls: [\"" + webhookUrl + "\"]\n";
        var config = """
                port: %d
                bind_addresses: ["127.0.0.1"]
                rtc: {tcp_port: %d, udp_port: %d, use_external_ip: false, node_ip: 127.0.0.1}
                keys: {%s: %s}
                room: {empty_timeout: 2, departure_timeout: 1}
                logging: {level: warn}
                %s%s""".formatted(port, freePort(), freeUdpPort(), KEY, SECRET, webhooks, redis());
        try {
            return new ProcessBuilder(binary().toString(), "--config-body", config)
                    .redirectErrorStream(true)
                    .redirectOutput(log().toFile())
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path log() {
        return Path.of("target", "livekit-" + port + ".log");
    }

    private String redis() {
        return redis == null ? "" : "redis: {address: \"" + redis.address() + "\"}\n";
    }

    /** Ends it at once, as a crash would. */
    public void kill() {
        if (process != null) {
            process.destroyForcibly().onExit().join();
            process = null;
        }
    }

    @Override
    public void close() {
        kill();
        if (redis != null) {
            redis.close();
        }
    }

    public static int freePort() {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int freeUdpPort() {
        try (var socket = new DatagramSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private boolean listens() {
        try (var socket = new Socket()) {
            socket.connect(new InetSocketAddress("127.0.0.1", port), 200);
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    private static Path binary() {
        var cache = Path.of(
                Objects.requireNonNullElse(
                        System.getenv("XDG_CACHE_HOME"), System.getProperty("user.home") + "/.cache"),
                "causerie/bin");
        var path = Arrays.stream(
                        Objects.requireNonNullElse(System.getenv("PATH"), "").split(":"))
                .map(it -> Path.of(it, "livekit-server"));
        return Stream.of(
                        Stream.ofNullable(System.getenv("CAUSERIE_LIVEKIT_SERVER"))
                                .map(Path::of),
                        path,
                        List.of("livekit-server", "server").stream().map(cache::resolve))
                .flatMap(it -> it)
                .filter(Files::isExecutable)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no livekit-server: run bin/setup"));
    }
}
