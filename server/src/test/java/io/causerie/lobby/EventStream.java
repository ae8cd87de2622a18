package io.causerie.lobby;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;

/** A browser that listens to a stream of events. */
final class EventStream implements AutoCloseable {

    private final HttpClient client = HttpClient.newHttpClient();
    private final List<String> lines = new CopyOnWriteArrayList<>();
    private final int status;
    private final CompletableFuture<Void> end;

    EventStream(int port, String path, String cookies) {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .header("Accept", "text/event-stream")
                .header("Cookie", cookies)
                .build();
        HttpResponse<Stream<String>> response =
                client.sendAsync(request, HttpResponse.BodyHandlers.ofLines()).join();
        this.status = response.statusCode();
        this.end = CompletableFuture.runAsync(() -> response.body().forEach(lines::add));
    }

    int status() {
        return status;
    }

    /** What was told so far, comments aside: event and data of each. */
    List<String> told() {
        return lines.stream().filter(it -> !it.isEmpty() && !it.equals(":")).toList();
    }

    String last() {
        var told = told();
        return told.isEmpty() ? "" : told.getLast();
    }

    boolean ended() {
        return end.isDone();
    }

    @Override
    public void close() {
        client.shutdownNow();
    }
}
