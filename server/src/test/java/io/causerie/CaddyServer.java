package io.causerie;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.Map;
import java.util.function.IntFunction;
import org.awaitility.Awaitility;

/** A real Caddy without certificates and without its administration; {@code bin/setup --tests} installs it. */
public final class CaddyServer implements ProxyServer {

    private final Process process;
    private final int port;

    private CaddyServer(Process process, int port) {
        this.process = process;
        this.port = port;
    }

    /** The sites of its Caddyfile, by the port they are to listen on. */
    public static CaddyServer serving(IntFunction<String> sites) {
        int port = LiveKitServer.freePort();
        try {
            var folder = Files.createTempDirectory("caddy");
            var file = Files.writeString(folder.resolve("Caddyfile"), """
                    {
                        admin off
                        auto_https off
                    }
                    """ + sites.apply(port));
            var builder = new ProcessBuilder("caddy", "run", "--adapter", "caddyfile", "--config", file.toString())
                    .redirectErrorStream(true)
                    .redirectOutput(folder.resolve("output").toFile());
            builder.environment()
                    .putAll(Map.of(
                            "XDG_DATA_HOME", folder.toString(),
                            "XDG_CONFIG_HOME", folder.toString(),
                            "HOME", folder.toString()));
            var caddy = new CaddyServer(builder.start(), port);
            Runtime.getRuntime().addShutdownHook(new Thread(caddy.process::destroyForcibly));
            Awaitility.await().atMost(Duration.ofSeconds(30)).until(caddy::answers);
            return caddy;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public int port() {
        return port;
    }

    @Override
    public void close() {
        process.destroy();
        process.onExit().join();
    }

    private boolean answers() {
        try {
            return new Http(port).get("/__lbheartbeat__").status() == 200;
        } catch (UncheckedIOException e) {
            return false;
        }
    }
}
