package io.causerie.notifications;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;

/** Somebody else's transcript service over real HTTP: redirects to the address without a final slash, as the shipped one does. */
final class StubSummaryService implements AutoCloseable {

    record Call(String path, String token, String body) {}

    final List<Call> calls = new CopyOnWriteArrayList<>();
    volatile int status = 200;
    volatile String answer = "{\"job_id\": \"job-1\"}";
    volatile String elsewhere = "";

    /** Who has feature {@code summary-enabled}, as analytics tells. */
    volatile String enabledFor = "";

    private final HttpServer server;

    StubSummaryService() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 50);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/", this::handle);
        server.createContext("/flags/", this::flags);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.start();
    }

    String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/jobs/";
    }

    void reset() {
        calls.clear();
        status = 200;
        answer = "{\"job_id\": \"job-" + java.util.UUID.randomUUID() + "\"}";
        elsewhere = "";
        enabledFor = "";
    }

    private void flags(HttpExchange exchange) throws IOException {
        var asked = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        boolean on = !enabledFor.isEmpty() && asked.contains(enabledFor);
        byte[] bytes =
                ("{\"flags\": {\"summary-enabled\": {\"enabled\": " + on + "}}}").getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(200, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    private void handle(HttpExchange exchange) throws IOException {
        var path = exchange.getRequestURI().getPath();
        var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        if (path.endsWith("/")) {
            var to = elsewhere.isEmpty() ? path.substring(0, path.length() - 1) : elsewhere;
            exchange.getResponseHeaders().set("Location", to);
            exchange.sendResponseHeaders(307, -1);
            exchange.close();
            return;
        }
        calls.add(new Call(path, exchange.getRequestHeaders().getFirst("Authorization"), body));
        if (status == 0) {
            exchange.close(); // broken off: nobody can tell whether it was taken
            return;
        }
        byte[] bytes = answer.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
