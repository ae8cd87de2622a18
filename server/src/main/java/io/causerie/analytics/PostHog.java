package io.causerie.analytics;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
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

/** PostHog's capture API (contract 05, section 6.3). What fails is told in the log without its data, and is lost. */
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
            int status = client.obtain()
                    .send(request(batch), BodyHandlers.discarding())
                    .statusCode();
            if (status >= 300) {
                failed(batch, "status " + status);
            }
        } catch (IOException | IllegalArgumentException e) {
            failed(batch, e.getClass().getSimpleName());
        }
    }

    private HttpRequest request(List<Capture> batch) {
        var body = Map.of(
                "api_key",
                properties.apiKey(),
                "historical_migration",
                false,
                "sent_at",
                clock.instant().toString(),
                "batch",
                batch.stream().map(Capture::wire).toList());
        return HttpRequest.newBuilder(URI.create(properties.host() + "/batch/"))
                .timeout(PATIENCE)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(json.writeValueAsString(body)))
                .build();
    }

    static void failed(List<Capture> batch, String reason) {
        batch.stream()
                .map(Capture::event)
                .distinct()
                .forEach(it -> log.warn("PostHog capture failed for event {}: {}", it, reason));
    }
}
