package io.causerie.lobby;

import io.causerie.platform.RedisDown;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Writes streams of events, each on a virtual thread: what is told is looked for when something may have happened, and once a second. */
@Component
class LobbyStreams {

    private static final Logger log = LoggerFactory.getLogger(LobbyStreams.class);
    private static final long SECOND = 1000;
    private static final long LIFE_NANOS = Duration.ofMinutes(5).toNanos();

    private final Streams streams;
    private final LobbyProperties properties;
    private final JsonMapper json;

    LobbyStreams(Streams streams, LobbyProperties properties, JsonMapper json) {
        this.streams = streams;
        this.properties = properties;
        this.json = json;
    }

    /**
     * How often something is written.
     *
     * @param sign after how long a silence a line that only shows whether anybody listens
     * @param pause after an event
     */
    record Pace(Duration sign, Duration pause) {}

    /** Tells the same thing once; returns when there is no more to tell, when the other side is gone, and after some minutes. */
    void serve(UUID subject, Supplier<Told> look, Pace pace, HttpServletResponse response) {
        try (var listener = streams.listen(subject)) {
            response.setContentType("text/event-stream;charset=utf-8");
            response.setHeader("X-Accel-Buffering", "no");
            write(listener, look, pace, response.getOutputStream());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (IOException | RedisDown e) {
            log.debug("a stream ends: {}", e.getMessage());
        }
    }

    private void write(Streams.Listener listener, Supplier<Told> look, Pace pace, OutputStream out)
            throws IOException, InterruptedException {
        long end = System.nanoTime() + LIFE_NANOS;
        long written = System.nanoTime();
        @Nullable Object before = null;
        do {
            var told = look.get();
            if (told.data() != null && !told.data().equals(before)) {
                before = told.data();
                send(out, "event: " + told.event() + "\ndata: " + json.writeValueAsString(before) + "\n\n");
                written = System.nanoTime();
                Thread.sleep(told.last() ? Duration.ZERO : pace.pause());
            } else if (System.nanoTime() - written >= pace.sign().toNanos()) {
                send(out, ":\n\n");
                written = System.nanoTime();
            }
            if (told.last()) {
                return;
            }
        } while (listener.await(between()) && System.nanoTime() < end);
    }

    /** Often enough that nobody who listens is taken for gone. */
    private long between() {
        return Math.clamp(properties.waitingTimeout() * SECOND / 3, 50, SECOND);
    }

    private static void send(OutputStream out, String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.UTF_8));
        out.flush();
    }
}
