package io.causerie.platform;

import org.apache.tomcat.util.threads.VirtualThreadExecutor;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.stereotype.Component;

/**
 * Lets so many connections be open, and so many requests be answered, at a time that both take no more than half of the heap; other connections wait to be
 * accepted, other requests for their turn. Everybody who waits for a meeting keeps a connection: without an end to them anybody could end the server by connecting.
 * What answers a request is kept, for Tomcat makes and throws away whatever there is more of than its cache holds, under a lock: a server that fell behind for a
 * moment would never catch up.
 */
@Component
public class Connections implements WebServerFactoryCustomizer<TomcatServletWebServerFactory> {

    /** Of each connection, for what is read and for what is written: most of what an idle one takes. */
    private static final int BUFFER = 4 * 1024;

    /** What a connection takes from its first byte on: room for the largest head of a request, and the buffers. */
    static final int OPEN = 64 * 1024;

    /** Measured: 120 KiB while it is answered. */
    static final int ANSWERED = 128 * 1024;

    private final int most;
    private final int turns;

    /** {@code wanted}: how many connections the operator says, who knows that most of them are idle; 0 for what the heap holds. */
    public Connections(@Value("${causerie.connections:0}") int wanted) {
        long heap = Runtime.getRuntime().maxMemory();
        this.most = wanted > 0 ? wanted : open(heap);
        this.turns = answered(heap);
    }

    static int open(long heap) {
        return Math.clamp(heap * 3 / 8 / OPEN, 100, 100_000);
    }

    static int answered(long heap) {
        return Math.clamp(heap / 4 / ANSWERED, 100, 10_000);
    }

    /** How many requests are answered at a time at the most; who answers for minutes leaves others enough of them. */
    public int answersAtATime() {
        return turns;
    }

    @Override
    public void customize(TomcatServletWebServerFactory factory) {
        factory.addConnectorCustomizers(connector -> {
            connector.setProperty("maxConnections", String.valueOf(most));
            connector.setProperty("processorCache", String.valueOf(turns));
            connector.setProperty("socket.appReadBufSize", String.valueOf(BUFFER));
            connector.setProperty("socket.appWriteBufSize", String.valueOf(BUFFER));
        });
        factory.addProtocolHandlerCustomizers(
                handler -> handler.setExecutor(new Turns(new VirtualThreadExecutor("tomcat-handler-"), turns)));
    }
}
