package io.causerie.drill;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/** Brings messages to the server as their senders do: again a few times until they are understood, each with a fate of its own on the way. */
final class Courier implements AutoCloseable {

    private static final Duration LONGEST = Duration.ofSeconds(20);
    private static final int ATTEMPTS = 4;

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();
    private final URI server;
    private final Dice dice;
    private final AtomicInteger sent = new AtomicInteger();
    private final AtomicInteger lost = new AtomicInteger();
    private final Set<String> arrived = ConcurrentHashMap.newKeySet();
    private final boolean mute;
    private volatile boolean calm;

    /** {@code mute}: it never brings anything. */
    Courier(URI server, Dice dice, boolean mute) {
        this.server = server;
        this.dice = dice;
        this.mute = mute;
    }

    int sent() {
        return sent.get();
    }

    int lost() {
        return lost.get();
    }

    /** Whether the server understood a message about that. */
    boolean told(String about) {
        return arrived.contains(about);
    }

    /** From now on all of them arrive, once and in time, unless none ever does. */
    void calm() {
        calm = true;
    }

    /**
     * Takes a message on its way; returns at once.
     *
     * @param name what its fate is drawn for
     * @param about what {@link #told} is asked by
     * @param authorization made anew for each attempt
     */
    void bring(String name, String about, String path, Supplier<String> authorization, byte[] body) {
        if (mute) {
            return;
        }
        var fate = calm ? WebhookFate.NONE : WebhookFate.of(dice, name);
        if (fate.lost()) {
            lost.incrementAndGet();
            return;
        }
        Thread.ofVirtual().start(() -> deliver(about, path, authorization, body, fate.late()));
        if (fate.again().isPositive()) {
            Thread.ofVirtual()
                    .start(() -> deliver(
                            about, path, authorization, body, fate.late().plus(fate.again())));
        }
    }

    private void deliver(String about, String path, Supplier<String> authorization, byte[] body, Duration late) {
        Loopback.pause(late);
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            if (understood(path, authorization.get(), body)) {
                arrived.add(about);
                return;
            }
            if (!Loopback.pause(Duration.ofMillis(500L << attempt))) {
                return;
            }
        }
        lost.incrementAndGet();
    }

    private boolean understood(String path, String authorization, byte[] body) {
        try {
            var request = HttpRequest.newBuilder(server.resolve(path))
                    .timeout(LONGEST)
                    .header("Content-Type", "application/json")
                    .header("Authorization", authorization)
                    .POST(HttpRequest.BodyPublishers.ofByteArray(body))
                    .build();
            sent.incrementAndGet();
            return http.send(request, BodyHandlers.discarding()).statusCode() < 500;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    @Override
    public void close() {
        http.shutdownNow();
    }
}
