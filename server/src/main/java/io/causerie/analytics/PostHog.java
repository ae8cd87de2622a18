package io.causerie.analytics;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.util.function.SingletonSupplier;
import tools.jackson.databind.json.JsonMapper;

/** PostHog's API (contract 05, section 6.3). What fails is told in the log without its data, and is lost. */
@Component
class PostHog {

    private static final Logger log = LoggerFactory.getLogger(PostHog.class);
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final AnalyticsProperties properties;
    private final JsonMapper json;
    private final Clock clock;
    private final SingletonSupplier<HttpClient> client = SingletonSupplier.of(
            () -> HttpClient.newBuilder().connectTimeout(PATIENCE).build());

    PostHog(AnalyticsProperties properties, JsonMapper json, Clock clock) {
        this.properties = properties;
        this.json = json;
        this.clock = clock;
    }

    void send(List<Capture> batch) throws InterruptedException {
        try {
            int status = post("/batch/", body(batch), PATIENCE).statusCode();
            if (status >= 300) {
                failed(batch, "status " + status);
            }
        } catch (IOException | IllegalArgumentException e) {
            failed(batch, e.getClass().getSimpleName());
        }
    }

    /** Asks the service; {@code patience}: for its answer. A host that is no address is an {@link IllegalArgumentException}. */
    HttpResponse<String> post(String path, Map<String, Object> body, Duration patience)
            throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create(properties.host() + path))
                .timeout(patience)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(json.writeValueAsString(body)))
                .build();
        return client.obtain().send(request, BodyHandlers.ofString());
    }

    private Map<String, Object> body(List<Capture> batch) {
        return Map.of(
                "api_key",
                properties.apiKey(),
                "historical_migration",
                false,
                "sent_at",
                clock.instant().toString(),
                "batch",
                batch.stream().map(Capture::wire).toList());
    }

    static void failed(List<Capture> batch, String reason) {
        batch.stream()
                .map(Capture::event)
                .distinct()
                .forEach(it -> log.warn("PostHog capture failed for event {}: {}", it, reason));
    }
}
