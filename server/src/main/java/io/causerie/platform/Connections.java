package io.causerie.platform;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.stereotype.Component;

/**
 * Lets so many connections be open at a time as the memory holds; others wait to be accepted. Each takes its buffers from the heap, idle or not, and everybody
 * who waits for a meeting keeps one: without an end to them anybody could end the server by connecting to it.
 */
@Component
class Connections implements WebServerFactoryCustomizer<TomcatServletWebServerFactory> {

    /** Measured: 18 KiB when idle, 44 KiB while a request is answered. */
    static final int EACH = 48 * 1024;

    private final int most;

    /** {@code wanted}: what the operator says; 0 for half of the heap. */
    Connections(@Value("${causerie.connections:0}") int wanted) {
        this.most = wanted > 0 ? wanted : within(Runtime.getRuntime().maxMemory());
    }

    static int within(long heap) {
        return (int) Math.clamp(heap / 2 / EACH, 100, 100_000);
    }

    @Override
    public void customize(TomcatServletWebServerFactory factory) {
        factory.addConnectorCustomizers(connector -> connector.setProperty("maxConnections", String.valueOf(most)));
    }
}
