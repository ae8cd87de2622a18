package io.causerie.analytics;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.causerie.rooms.RoomsTest;
import io.causerie.telephony.RoomkitJoined;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** PostHog hears of rooms, over real HTTP (contract 05, section 6). */
@ExtendWith(OutputCaptureExtension.class)
class AnalyticsTests extends RoomsTest {

    private static final List<JsonNode> HEARD = new CopyOnWriteArrayList<>();
    private static volatile int status = 200;
    private static final HttpServer SERVICE = service();

    @Autowired
    ApplicationEventPublisher events;

    @Autowired
    TransactionTemplate transaction;

    @DynamicPropertySource
    static void analytics(DynamicPropertyRegistry registry) {
        registry.add("ANALYTICS_BACKEND", () -> "core.analytics.posthog.PostHogAnalytics");
        registry.add(
                "ANALYTICS_BACKEND_SETTINGS",
                () -> "{'api_key': 'phc_example', 'debug': True, 'host': 'http://127.0.0.1:"
                        + SERVICE.getAddress().getPort() + "/'}");
        registry.add("causerie.analytics.flush", () -> "200ms");
    }

    @AfterAll
    static void stop() {
        SERVICE.stop(0);
    }

    @BeforeEach
    void forget() {
        HEARD.clear();
        status = 200;
    }

    @Test
    void hearsWhoMadeARoom() {
        var alice = people.alice();

        var room = as(alice)
                .post(ROOMS, "{\"name\":\"Heard of\",\"access_level\":\"trusted\"}")
                .json();

        var message = heard().getFirst();
        assertThat(message.get("api_key").asString()).isEqualTo("phc_example");
        assertThat(message.get("historical_migration").asBoolean()).isFalse();
        assertThat(message.get("sent_at").asString()).isNotEmpty();
        var event = message.get("batch").get(0);
        assertThat(event.get("event").asString()).isEqualTo("room_created");
        assertThat(event.get("distinct_id").asString())
                .isEqualTo(alice.user().id().toString());
        assertThat(UUID.fromString(event.get("uuid").asString())).isNotNull();
        assertThat(event.get("timestamp").asString()).matches("\\d{4}-\\d\\d-\\d\\dT.*Z");
        assertThat(event.get("properties")).isEqualTo(JsonMapper.shared().readTree("""
                        {"room_id": "%s", "access_level": "trusted", "from_callback": false,
                         "$lib": "causerie", "$lib_version": "1", "$geoip_disable": true, "$is_server": true}""".formatted(id(room))));
    }

    @Test
    void hearsThatAPageWaitsForTheRoom() {
        as(people.alice()).post(ROOMS, "{\"name\":\"Called back\",\"callback_id\":\"0123456789abcdef\"}");

        assertThat(heard().getFirst().at("/batch/0/properties/from_callback").asBoolean())
                .isTrue();
    }

    @Test
    void hearsOfRoomSystemsAsNobodyInParticular() {
        events.publishEvent(new RoomkitJoined(UUID.randomUUID(), true));

        var event = heard().getFirst().at("/batch/0");
        assertThat(event.get("event").asString()).isEqualTo("roomkit_joined");
        assertThat(event.get("distinct_id").asString()).isEqualTo("roomkit");
        assertThat(event.at("/properties/dispatch_rule_created").asBoolean()).isTrue();
        assertThat(event.at("/properties/$process_person_profile").asBoolean(true))
                .isFalse();
    }

    @Test
    void hearsOfManyAtOnce() {
        for (int i = 0; i < 150; i++) {
            events.publishEvent(new RoomkitJoined(UUID.randomUUID(), true));
        }

        Awaitility.await()
                .atMost(Duration.ofSeconds(10))
                .until(() ->
                        HEARD.stream().mapToInt(it -> it.get("batch").size()).sum() == 150);
        assertThat(HEARD).hasSizeLessThan(10).allMatch(it -> it.get("batch").size() <= 100);
    }

    @Test
    void hearsNothingOfARoomThatWasNotMade() {
        var alice = people.alice();
        as(alice).post(ROOMS, "{\"name\":\"Taken\"}");
        assertThat(heard()).hasSize(1);

        assertThat(as(alice).post(ROOMS, "{\"name\":\"Taken\"}").status()).isEqualTo(400);
        transaction.executeWithoutResult(it -> {
            events.publishEvent(new io.causerie.rooms.RoomCreated(
                    UUID.randomUUID(), UUID.randomUUID(), io.causerie.rooms.AccessLevel.PUBLIC, false));
            it.setRollbackOnly();
        });
        events.publishEvent(new RoomkitJoined(UUID.randomUUID(), true));

        Awaitility.await().atMost(Duration.ofSeconds(10)).until(() -> HEARD.size() == 2);
        assertThat(HEARD.get(1).get("batch")).hasSize(1);
        assertThat(HEARD.get(1).at("/batch/0/event").asString()).isEqualTo("roomkit_joined");
    }

    @Test
    void aServiceThatFailsIsLoggedWithoutDataAndStopsNobody(CapturedOutput output) {
        status = 503;
        var alice = people.alice();

        var room = as(alice).post(ROOMS, "{\"name\":\"Never told\"}");

        assertThat(room.status()).isEqualTo(201);
        Awaitility.await()
                .atMost(Duration.ofSeconds(10))
                .until(() -> output.getOut().contains("PostHog capture failed for event room_created: status 503"));
        assertThat(output)
                .doesNotContain("phc_example")
                .doesNotContain(alice.user().id().toString());
    }

    private static List<JsonNode> heard() {
        Awaitility.await().atMost(Duration.ofSeconds(10)).until(() -> !HEARD.isEmpty());
        return HEARD;
    }

    private static HttpServer service() {
        try {
            var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            server.createContext("/batch/", exchange -> {
                HEARD.add(JsonMapper.shared().readTree(exchange.getRequestBody()));
                exchange.sendResponseHeaders(status, -1);
                exchange.close();
            });
            server.start();
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
