package io.causerie.recordings;

import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.boot.web.server.context.WebServerInitializedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Where the browser finds this server: by default on the loopback interface, which makes every page a secure context. */
@Component
class RecorderAddress {

    private final RecorderProperties properties;
    private final AtomicInteger port = new AtomicInteger();

    RecorderAddress(RecorderProperties properties) {
        this.properties = properties;
    }

    @EventListener
    void on(WebServerInitializedEvent event) {
        if (event.getApplicationContext().getServerNamespace() == null) {
            port.set(event.getWebServer().getPort());
        }
    }

    /** The recorder page, with the code in the fragment: it reaches neither a log nor a referrer. */
    String page(String code) {
        var base = properties.url().isEmpty() ? "http://127.0.0.1:" + port.get() : properties.url();
        return base.replaceAll("/+$", "") + RecorderPageController.PATH + "#" + code;
    }
}
