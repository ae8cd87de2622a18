package io.causerie;

import java.nio.file.Files;
import java.util.Map;
import java.util.function.IntFunction;

/** A real Caddy without certificates and without its administration; {@code bin/setup --tests} installs it. */
public final class CaddyServer {

    private CaddyServer() {}

    /** The sites of its Caddyfile, by the port they are to listen on. */
    public static ProxyServer serving(IntFunction<String> sites) {
        return ProxyServer.running((port, folder) -> {
            var file = Files.writeString(folder.resolve("Caddyfile"), """
                    {
                        admin off
                        auto_https off
                    }
                    """ + sites.apply(port));
            var caddy = new ProcessBuilder("caddy", "run", "--adapter", "caddyfile", "--config", file.toString());
            caddy.environment()
                    .putAll(Map.of(
                            "XDG_DATA_HOME", folder.toString(),
                            "XDG_CONFIG_HOME", folder.toString(),
                            "HOME", folder.toString()));
            return caddy;
        });
    }
}
