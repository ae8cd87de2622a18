package io.causerie.recordings;

import jakarta.annotation.PostConstruct;
import java.io.IOException;
import java.util.Map;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** The browsers this server runs: one for each recording, and no more than the settings allow. */
@Component
class RecorderBrowsers {

    private static final Logger log = LoggerFactory.getLogger(RecorderBrowsers.class);

    private final RecorderProperties properties;
    private final Semaphore places;
    private final Map<UUID, Chromium> browsers = new ConcurrentHashMap<>();

    RecorderBrowsers(RecorderProperties properties) {
        this.properties = properties;
        this.places = new Semaphore(properties.max());
    }

    @PostConstruct
    void sweep() {
        Chromium.sweep();
    }

    /** Opens the recorder page at {@code url}; {@code ended} hears when the browser is no longer of use. */
    void open(UUID recording, String url, Consumer<String> ended) {
        var browser = properties
                .browser()
                .orElseThrow(() ->
                        WorkerException.refused("Recordings need the browser Chromium on the server; none was found."));
        if (!places.tryAcquire()) {
            throw WorkerException.refused("The server already makes " + properties.max()
                    + " recordings at the same time, which is its limit. Try again when one of them has ended.");
        }
        try {
            browsers.put(recording, Chromium.open(browser, url, ended));
        } catch (IOException e) {
            places.release();
            log.error("the browser for recording {} does not start: {}", recording, e.getMessage());
            throw new WorkerException("the browser does not start", false);
        }
    }

    /** The process that makes that recording, if it is ours. */
    OptionalLong pid(UUID recording) {
        var browser = browsers.get(recording);
        return browser == null ? OptionalLong.empty() : OptionalLong.of(browser.pid());
    }

    /** Tells the page of that recording to end now, if it is ours; any page reads it in the answer to its next chunk. */
    void hurry(UUID recording) {
        var browser = browsers.get(recording);
        if (browser != null) {
            browser.signal("causerie-stop");
        }
    }

    /** Ends the browser of that recording, if it is ours. */
    void close(UUID recording) {
        var browser = browsers.remove(recording);
        if (browser != null) {
            try {
                browser.close();
            } finally {
                places.release();
            }
        }
    }
}
