package io.causerie.integrations;

import io.causerie.platform.TryAgain;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Brevo's list of contacts (contract 01, section 9.10); adding one twice changes nothing. */
@Component
class BrevoContacts {

    private static final Logger log = LoggerFactory.getLogger(BrevoContacts.class);

    private final MarketingProperties properties;
    private final JsonMapper json;
    private @Nullable HttpClient client;

    BrevoContacts(MarketingProperties properties, JsonMapper json) {
        this.properties = properties;
        this.json = json;
    }

    /** Throws {@link TryAgain} when the service is away; what it refuses, it would refuse again. */
    void add(String email) {
        int status = status(email);
        if (status == 429 || status >= 500) {
            log.warn("the marketing service answered {}", status);
            throw new TryAgain("a marketing contact");
        }
        if (status >= 300) {
            log.warn("the marketing service refused a contact: {}", status);
        }
    }

    private int status(String email) {
        try {
            return client().send(request(email), BodyHandlers.discarding()).statusCode();
        } catch (IOException e) {
            log.warn("the marketing service does not answer: {}", e.getClass().getSimpleName());
            throw new TryAgain("a marketing contact");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new TryAgain("a marketing contact");
        }
    }

    private HttpRequest request(String email) {
        var attributes = new LinkedHashMap<String, @Nullable Object>(
                properties.contactAttributes().members());
        attributes.put("VISIO_SOURCE", List.of("SIGNIN"));
        var body = new LinkedHashMap<String, Object>();
        body.put("email", email);
        body.put("attributes", attributes);
        body.put("listIds", properties.listIds());
        body.put("updateEnabled", true);
        return HttpRequest.newBuilder(URI.create(properties.url()))
                .timeout(timeout())
                .header("api-key", properties.apiKey().value())
                .header("Content-Type", "application/json")
                .header("Accept", "application/json")
                .POST(BodyPublishers.ofString(json.writeValueAsString(body)))
                .build();
    }

    private synchronized HttpClient client() {
        var known = client;
        if (known == null) {
            known = HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .connectTimeout(timeout())
                    .build();
            client = known;
        }
        return known;
    }

    private Duration timeout() {
        return Duration.ofSeconds(Math.max(1, properties.timeout()));
    }
}
