package io.causerie.analytics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpServer;
import io.causerie.platform.Literal;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** {@code summary-enabled}, asked over real HTTP (contract 05, sections 6.2 and 6.3). */
@ExtendWith(OutputCaptureExtension.class)
class FeatureFlagsTests {

    private static final String BACKEND = "core.analytics.posthog.PostHogAnalytics";
    private static final String ON = "{\"flags\": {\"summary-enabled\": {\"enabled\": true, \"variant\": null}}}";

    private final List<JsonNode> asked = new CopyOnWriteArrayList<>();
    private final List<JsonNode> told = new CopyOnWriteArrayList<>();
    private final List<Integer> statuses = new CopyOnWriteArrayList<>();
    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-11-22T10:00:00Z"));
    private final UUID user = UUID.randomUUID();
    private HttpServer service;
    private String answer = ON;

    @BeforeEach
    void start() throws IOException {
        service = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        service.createContext("/flags/", exchange -> {
            asked.add(JsonMapper.shared().readTree(exchange.getRequestBody()));
            var body = answer.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(statuses.isEmpty() ? 200 : statuses.removeFirst(), body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        service.createContext("/batch/", exchange -> {
            told.add(JsonMapper.shared().readTree(exchange.getRequestBody()));
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
    void whatIsSwitchedOnIsOnForAMinute() {
        var flags = flags(BACKEND, "");
        assertThat(flags.summary(user)).isTrue();
        answer = ON.replace("true", "false");
        assertThat(flags.summary(user)).isTrue();
        assertThat(flags.summary(UUID.randomUUID())).isFalse();
        now.updateAndGet(it -> it.plusSeconds(61));
        assertThat(flags.summary(user)).isFalse();

        assertThat(asked).hasSize(3);
        await().atMost(Duration.ofSeconds(20)).until(() -> !told.isEmpty());
        assertThat(told.getFirst().at("/batch/0/event").asString()).isEqualTo("$feature_flag_called");
        assertThat(told.getFirst().at("/batch/0/properties/$feature_flag").asString())
                .isEqualTo("summary-enabled");
        assertThat(told.getFirst()
                        .at("/batch/0/properties/$feature_flag_response")
                        .asBoolean())
                .isTrue();
        assertThat(asked.getFirst()).isEqualTo(JsonMapper.shared().readTree("""
                {"api_key": "k", "distinct_id": "%s", "groups": {}, "person_properties": {}, "group_properties": {},
                 "geoip_disable": true}""".formatted(user)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "[]",
                "nonsense",
                "{\"flags\": {\"summary-enabled\": {\"enabled\": true, \"variant\": \"control\"}}}",
                "{\"flags\": {\"another\": {\"enabled\": true}}}"
            })
    void anythingButTrueIsOff(String said) {
        answer = said;
        assertThat(flags(BACKEND, "").summary(user)).isFalse();
    }

    @Test
    void aServiceThatFailsOnceIsAskedOnceMore() {
        statuses.add(503);
        assertThat(flags(BACKEND, "").summary(user)).isTrue();
        assertThat(asked).hasSize(2);
    }

    @Test
    void aServiceThatFailsSwitchesNothingOnAndIsAskedTheNextTime(CapturedOutput output) {
        var flags = flags(BACKEND, "");
        statuses.addAll(List.of(500, 500));
        assertThat(flags.summary(user)).isFalse();
        assertThat(flags.summary(user)).isTrue();
        assertThat(output).contains("feature flags are not told: status 500").doesNotContain(user.toString());
    }

    @Test
    void nobodyIsAskedWithoutAService() {
        assertThat(flags("", "").summary(user)).isFalse();
        assertThat(flags(BACKEND, "'disabled': True, ").summary(user)).isFalse();
        assertThat(asked).isEmpty();
    }

    private FeatureFlags flags(String backend, String more) {
        var settings = "{'api_key': 'k', %s'host': 'http://127.0.0.1:%d'}"
                .formatted(more, service.getAddress().getPort());
        var properties = new AnalyticsProperties(backend, Literal.parse(settings), Duration.ofMillis(50));
        var clock = new Clock() {
            @Override
            public ZoneOffset getZone() {
                return ZoneOffset.UTC;
            }

            @Override
            public Clock withZone(java.time.ZoneId zone) {
                return this;
            }

            @Override
            public Instant instant() {
                return now.get();
            }
        };
        var postHog = new PostHog(properties, JsonMapper.shared(), clock);
        return new FeatureFlags(
                properties, new Captures(properties, postHog, clock), postHog, JsonMapper.shared(), clock);
    }
}
