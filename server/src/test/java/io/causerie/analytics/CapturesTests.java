package io.causerie.analytics;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.causerie.platform.Literal;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import tools.jackson.databind.json.JsonMapper;

@ExtendWith(OutputCaptureExtension.class)
class CapturesTests {

    private static final String BACKEND = "core.analytics.posthog.PostHogAnalytics";

    private final AtomicInteger told = new AtomicInteger();
    private HttpServer service;
    private String host;

    @BeforeEach
    void start() throws IOException {
        service = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        host = "'host': 'http://127.0.0.1:" + service.getAddress().getPort() + "'";
        service.createContext("/batch/", exchange -> {
            told.addAndGet(JsonMapper.shared()
                    .readTree(exchange.getRequestBody())
                    .get("batch")
                    .size());
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        service.start();
    }

    @AfterEach
    void stop() {
        service.stop(0);
    }

    @Test
    void tellWhatIsLeftWhenTheServerEnds() throws Exception {
        add(BACKEND, "{'api_key': 'k', " + host + "}", 7);

        assertThat(told).hasValue(7);
    }

    @Test
    void areNoneUnlessAServiceIsNamed() throws Exception {
        add("", "{'api_key': 'k', " + host + "}", 1);
        add(BACKEND, "{" + host + "}", 1);
        add(BACKEND, "{'api_key': 'k', 'disabled': True, " + host + "}", 1);

        assertThat(told).hasValue(0);
    }

    @Test
    void areLostWhenTheServiceHasNoAddress(CapturedOutput output) throws Exception {
        add(BACKEND, "{'api_key': 'k', 'host': 'no address at all'}", 1);

        assertThat(output).contains("PostHog capture failed for event room_created");
    }

    private static void add(String backend, String settings, int times) throws InterruptedException {
        var properties = new AnalyticsProperties(backend, Literal.parse(settings), Duration.ofHours(1));
        var captures = new Captures(
                properties, new PostHog(properties, JsonMapper.shared(), Clock.systemUTC()), Clock.systemUTC());
        for (int i = 0; i < times; i++) {
            captures.add("room_created", "someone", Map.of());
        }
        captures.destroy();
    }
}
