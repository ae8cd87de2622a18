package io.causerie.notifications;

import io.causerie.notifications.Deliveries.Failure;
import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.channels.UnresolvedAddressException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.util.function.SingletonSupplier;

/**
 * Speaks to the summary service (contract 04, section 10.3). What certainly did not reach it may be sent again; what may have reached it is not, because a
 * second job would be a second transcript.
 */
@Component
class SummaryService {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final int LARGEST_ANSWER = 64 << 10;
    private static final int MOST_REDIRECTS = 3;
    private static final Set<Integer> REDIRECTS = Set.of(307, 308);
    private static final Set<Integer> LATER = Set.of(408, 429, 500, 502, 503);

    private final SummaryProperties properties;
    private final SingletonSupplier<HttpClient> client = SingletonSupplier.of(() -> HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(PATIENCE)
            .build());

    SummaryService(SummaryProperties properties) {
        this.properties = properties;
    }

    /** Posts the body, and again where a redirect leads to; answers what the service said. {@link Failure} when it did not take it. */
    String post(String body) {
        var target = address();
        for (int redirects = 0; redirects <= MOST_REDIRECTS; redirects++) {
            var answer = send(target, body);
            if (REDIRECTS.contains(answer.statusCode())) {
                target = redirected(target, answer);
            } else {
                return taken(answer);
            }
        }
        throw Failure.forGood("too_many_redirects", null);
    }

    private URI address() {
        try {
            var address = URI.create(properties.endpoint().strip());
            if (address.getHost() != null) {
                return address;
            }
        } catch (IllegalArgumentException e) {
            // told below
        }
        throw Failure.forGood("SUMMARY_SERVICE_ENDPOINT is no address", null);
    }

    private HttpResponse<InputStream> send(URI target, String body) {
        var request = HttpRequest.newBuilder(target)
                .timeout(PATIENCE)
                .header("Content-Type", "application/json")
                .header("Authorization", "Bearer " + properties.token().value())
                .POST(BodyPublishers.ofString(body))
                .build();
        try {
            return client.obtain().send(request, BodyHandlers.ofInputStream());
        } catch (HttpConnectTimeoutException | ConnectException e) {
            throw Failure.forNow("unreachable", null);
        } catch (IOException e) {
            throw e.getCause() instanceof UnresolvedAddressException
                    ? Failure.forNow("unreachable", null)
                    : Failure.forGood("no_answer", null);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw Failure.forNow("interrupted", null);
        }
    }

    /** The token goes to the host it is meant for, and never from an encrypted to an open connection. */
    private static URI redirected(URI from, HttpResponse<InputStream> answer) {
        close(answer);
        try {
            var to = from.resolve(answer.headers().firstValue("Location").orElse(""));
            boolean same = from.getHost().equalsIgnoreCase(to.getHost());
            boolean opened = from.getScheme().equals("https") && !to.getScheme().equals("https");
            if (same && !opened) {
                return to;
            }
        } catch (IllegalArgumentException e) {
            // told below
        }
        throw Failure.forGood("redirected_elsewhere", answer.statusCode());
    }

    private static String taken(HttpResponse<InputStream> answer) {
        int status = answer.statusCode();
        if (status >= 300) {
            close(answer);
            throw LATER.contains(status) ? Failure.forNow("refused", status) : Failure.forGood("refused", status);
        }
        try (var body = answer.body()) {
            return new String(body.readNBytes(LARGEST_ANSWER), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw Failure.forGood("no_answer", status);
        }
    }

    private static void close(HttpResponse<InputStream> answer) {
        try {
            answer.body().close();
        } catch (IOException e) {
            // it is not read anyway
        }
    }
}
