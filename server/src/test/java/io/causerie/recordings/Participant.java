package io.causerie.recordings;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.causerie.livekit.AccessTokens;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import tools.jackson.databind.json.JsonMapper;

/** Somebody in a meeting, in a real browser: a picture whose colour changes, and a tone. */
public final class Participant implements AutoCloseable {

    private final CompletableFuture<Void> there = new CompletableFuture<>();
    private final CompletableFuture<Void> out = new CompletableFuture<>();
    private final HttpServer server;
    private final Chromium browser;

    private Participant(Path chromium, String livekit, String token) throws IOException {
        this.server = serve();
        var hash = JsonMapper.shared().writeValueAsString(Map.of("url", livekit, "token", token));
        var page = "http://127.0.0.1:" + server.getAddress().getPort() + "/#"
                + URLEncoder.encode(hash, StandardCharsets.UTF_8).replace("+", "%20");
        this.browser = Chromium.open(chromium, page, reason -> {});
    }

    /** Begins to join with a token; does not wait until that worked. */
    public static Participant enter(String livekit, String token) throws IOException {
        var chromium = Stream.of(
                        Objects.requireNonNullElse(System.getenv("PATH"), "").split(":"))
                .flatMap(it -> Stream.of("chromium", "chromium-browser", "google-chrome")
                        .map(name -> Path.of(it, name)))
                .filter(Files::isExecutable)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no browser: run bin/setup"));
        return new Participant(chromium, livekit, token);
    }

    /** Whether LiveKit has put them out. */
    public boolean isOut() {
        return out.isDone();
    }

    /** Joins and publishes; returns when others can see and hear. */
    static Participant join(Path chromium, String livekit, AccessTokens tokens, UUID room, String name)
            throws Exception {
        var token = tokens.participant(new AccessTokens.Participant(
                room.toString(),
                UUID.randomUUID().toString(),
                name,
                null,
                false,
                List.of("camera", "microphone"),
                "hsl(200, 68%, 44%)"));
        var participant = new Participant(chromium, livekit, token);
        participant.there.get(30, TimeUnit.SECONDS);
        return participant;
    }

    @Override
    public void close() {
        browser.close();
        server.stop(0);
    }

    private HttpServer serve() throws IOException {
        var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        var client = Path.of("../web/node_modules/livekit-client/dist/livekit-client.umd.js");
        var page = Path.of("src/test/resources/recorder/participant.html");
        server.createContext("/", exchange -> answer(exchange, "text/html", Files.readAllBytes(page)));
        server.createContext("/livekit-client.js", it -> answer(it, "text/javascript", Files.readAllBytes(client)));
        server.createContext("/there", exchange -> {
            answer(exchange, "text/plain", new byte[] {'.'});
            there.complete(null);
        });
        server.createContext("/out", exchange -> {
            answer(exchange, "text/plain", new byte[] {'.'});
            out.complete(null);
        });
        server.createContext("/failed", exchange -> {
            answer(exchange, "text/plain", new byte[] {'.'});
            there.completeExceptionally(
                    new IllegalStateException(exchange.getRequestURI().getQuery()));
        });
        server.start();
        return server;
    }

    private static void answer(HttpExchange exchange, String type, byte[] body) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", type);
        exchange.sendResponseHeaders(200, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }
}
