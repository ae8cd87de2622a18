package io.causerie.recordings;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The Chrome DevTools Protocol over a pair of pipes: JSON messages, each ended by a zero byte. */
class ChromiumPipe {

    private static final Logger log = LoggerFactory.getLogger(ChromiumPipe.class);
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final int PATIENCE_SECONDS = 20;

    private final OutputStream out;
    private final Map<Integer, CompletableFuture<JsonNode>> waiting = new ConcurrentHashMap<>();
    private final AtomicInteger last = new AtomicInteger();
    private final Consumer<String> events;
    private volatile boolean closed;

    /** {@code events} hears the name of each event. Reads until the browser closes its end. */
    ChromiumPipe(InputStream in, OutputStream out, Consumer<String> events) {
        this.out = out;
        this.events = events;
        Thread.ofPlatform().daemon().name("chromium pipe").start(() -> read(in));
    }

    /** Sends a command and waits for its result. */
    JsonNode call(String method, Map<String, ?> parameters, @Nullable String session) throws IOException {
        int id = last.incrementAndGet();
        var answer = new CompletableFuture<JsonNode>();
        waiting.put(id, answer);
        try {
            write(id, method, parameters, session);
            if (closed) {
                throw new IOException("the browser is gone");
            }
            return result(method, answer.get(PATIENCE_SECONDS, TimeUnit.SECONDS));
        } catch (TimeoutException | ExecutionException e) {
            throw new IOException(method + " was not answered", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(method + " was interrupted", e);
        } finally {
            waiting.remove(id);
        }
    }

    private static JsonNode result(String method, JsonNode message) throws IOException {
        if (message.has("error")) {
            throw new IOException(method + " was refused: "
                    + message.path("error").path("message").asString(""));
        }
        return message.path("result");
    }

    private synchronized void write(int id, String method, Map<String, ?> parameters, @Nullable String session)
            throws IOException {
        var message = JSON.createObjectNode().put("id", id).put("method", method);
        message.set("params", JSON.valueToTree(parameters));
        if (session != null) {
            message.put("sessionId", session);
        }
        out.write(JSON.writeValueAsString(message).getBytes(StandardCharsets.UTF_8));
        out.write(0);
        out.flush();
    }

    private void read(InputStream in) {
        try (in) {
            var message = new ByteArrayOutputStream();
            for (int next = in.read(); next >= 0; next = in.read()) {
                if (next > 0) {
                    message.write(next);
                } else {
                    take(message.toString(StandardCharsets.UTF_8));
                    message.reset();
                }
            }
        } catch (IOException | JacksonException e) {
            log.debug("the pipe of a browser broke", e);
        } finally {
            closed = true;
            waiting.values().forEach(it -> it.completeExceptionally(new IOException("the browser is gone")));
        }
    }

    private void take(String text) {
        var message = JSON.readTree(text);
        if (message.has("id")) {
            var answer = waiting.get(message.path("id").asInt());
            if (answer != null) {
                answer.complete(message);
            }
        } else {
            events.accept(message.path("method").asString(""));
        }
    }
}
