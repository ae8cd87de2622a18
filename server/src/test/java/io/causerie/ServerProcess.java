package io.causerie;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;
import org.awaitility.Awaitility;

/** Our server in a process of its own, which can be killed as a crash would end it. */
final class ServerProcess implements AutoCloseable {

    private final Process process;
    private final int port;

    private ServerProcess(Process process, int port) {
        this.process = process;
        this.port = port;
    }

    /** Starts it with these environment variables and waits until it answers. */
    static ServerProcess start(Map<String, String> settings) {
        int port = LiveKitServer.freePort();
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var builder = new ProcessBuilder(
                java,
                "-Xmx200m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                classPath(),
                "io.causerie.Causerie");
        builder.environment().putAll(settings);
        builder.environment().put("CAUSERIE_PORT", String.valueOf(port));
        builder.environment().remove("JAVA_TOOL_OPTIONS");
        builder.redirectErrorStream(true)
                .redirectOutput(Path.of("target", "replica-" + port + ".log").toFile());
        try {
            var server = new ServerProcess(builder.start(), port);
            Awaitility.await().atMost(Duration.ofMinutes(3)).until(server::answers);
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    int port() {
        return port;
    }

    void kill() {
        process.destroyForcibly().onExit().join();
    }

    @Override
    public void close() {
        kill();
    }

    private boolean answers() {
        if (!process.isAlive()) {
            throw new IllegalStateException("the server ended: see target/replica-" + port + ".log");
        }
        try {
            return new Http(port).get("/__lbheartbeat__").status() == 200;
        } catch (UncheckedIOException e) {
            return false;
        }
    }

    /** Without the tests' own classes: their parts are not the server's. */
    private static String classPath() {
        var all = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        return Arrays.stream(all.split(File.pathSeparator))
                .filter(it -> !it.endsWith("test-classes"))
                .collect(Collectors.joining(File.pathSeparator));
    }
}
