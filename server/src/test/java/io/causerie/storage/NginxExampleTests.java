package io.causerie.storage;

import static org.assertj.core.api.Assertions.assertThat;

import io.causerie.NginxServer;
import io.causerie.ProxyServer;
import org.junit.jupiter.api.Test;

/** {@code deploy/proxy/nginx.conf}, run by a real nginx. */
class NginxExampleTests extends ProxyExampleContract {

    @Override
    ProxyServer start() {
        return NginxServer.serving(
                listen -> example("nginx.conf").replace("listen 8080;", "listen 127.0.0.1:" + listen + ";"));
    }

    @Test
    void nobodyAsksInTheProxysPlace() {
        assertThat(as(alice).get("/media-auth").status()).isEqualTo(404);
    }
}
