package io.causerie;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.awaitility.Awaitility;

/** A real proxy on a free port of the loopback, before servers of ours. */
public final class ProxyServer implements AutoCloseable {

    /** How it is run, with a folder of its own. */
    interface Program {
        ProcessBuilder on(int port, Path folder) throws IOException;
    }

    private static final int TRIES = 3;

    private final Process process;
    private final int port;

    private ProxyServer(Process process, int port) {
        this.process = process;
        this.port = port;
    }

    /** Once it answers for a server of ours; another port is tried where somebody took the first one meanwhile. */
    static ProxyServer running(Program program) {
        for (int i = 0; i < TRIES; i++) {
            var proxy = begin(program, LiveKitServer.freePort());
            Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> proxy.answers() || !proxy.process.isAlive());
            if (proxy.process.isAlive()) {
                return proxy;
            }
        }
        throw new IllegalStateException("the proxy ends as soon as it is started");
    }

    public int port() {
        return port;
    }

    @Override
    public void close() {
        process.destroy();
        process.onExit().join();
    }

    private static ProxyServer begin(Program program, int port) {
        try {
            var folder = Files.createTempDirectory("proxy");
            var process = program.on(port, folder)
                    .redirectErrorStream(true)
                    .redirectOutput(folder.resolve("output").toFile())
                    .start();
            Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
            return new ProxyServer(process, port);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private boolean answers() {
        try {
            return new Http(port).get("/__lbheartbeat__").status() == 200;
        } catch (UncheckedIOException e) {
            return false;
        }
    }
}
