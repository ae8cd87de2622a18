package io.causerie.storage;

import io.causerie.CaddyServer;
import io.causerie.ProxyServer;

/** {@code deploy/proxy/Caddyfile}, run by a real Caddy. */
class CaddyExampleTests extends ProxyExampleContract {

    @Override
    ProxyServer start() {
        return CaddyServer.serving(
                listen -> example("Caddyfile").replace("meet.example.org {", "http://127.0.0.1:" + listen + " {"));
    }
}
