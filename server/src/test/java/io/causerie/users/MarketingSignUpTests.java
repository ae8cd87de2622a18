package io.causerie.users;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** New people are signed up to the marketing service, over real HTTP (contract 01, section 9.10). */
class MarketingSignUpTests extends AtTestProvider {

    private static final List<String> RECEIVED = new CopyOnWriteArrayList<>();
    private static volatile int status = 201;
    private static final HttpServer SERVICE = service();

    @DynamicPropertySource
    static void marketing(DynamicPropertyRegistry registry) {
        registry.add("SIGNUP_NEW_USER_TO_MARKETING_EMAIL", () -> "y");
        registry.add("BREVO_API_KEY", () -> "a-key");
        registry.add("BREVO_API_CONTACT_LIST_IDS", () -> "12, 13");
        registry.add(
                "causerie.marketing.url",
                () -> "http://127.0.0.1:" + SERVICE.getAddress().getPort() + "/v3/contacts");
    }

    @AfterAll
    static void stop() {
        SERVICE.stop(0);
    }

    @BeforeEach
    void forget() {
        RECEIVED.clear();
        status = 201;
    }

    @Test
    void aNewPersonIsSignedUpOnce() {
        signIn();
        signIn();
        Awaitility.await().atMost(Duration.ofSeconds(10)).until(() -> !RECEIVED.isEmpty());
        assertThat(RECEIVED)
                .containsExactly("a-key {\"email\":\"" + sub
                        + "@example.org\",\"attributes\":{\"VISIO_USER\":true,\"VISIO_SOURCE\":[\"SIGNIN\"]},"
                        + "\"listIds\":[12,13],\"updateEnabled\":true}");
        Awaitility.await().atMost(Duration.ofSeconds(10)).until(() -> outstanding() == 0);
    }

    @Test
    void aServiceThatRefusesOrFailsStopsNobody() {
        for (var answer : List.of(400, 503)) {
            status = answer;
            RECEIVED.clear();
            browser = new TestBrowser(port);
            comeBack(sub + answer, begin(""));
            assertThat(me()).isEqualTo(200);
            Awaitility.await().atMost(Duration.ofSeconds(10)).until(() -> !RECEIVED.isEmpty());
        }
        Awaitility.await().atMost(Duration.ofSeconds(10)).until(() -> outstanding() == 1);
        jdbc.sql("delete from causerie.event_publication").update();
    }

    @Test
    void aFirstSignInStillCostsFewStatements() {
        var location = begin("");
        var later = List.of("UPDATE causerie.EVENT_PUBLICATION", "DELETE FROM causerie.EVENT_PUBLICATION");
        assertThat(statements.during(() -> comeBack(location)))
                .filteredOn(it -> later.stream().noneMatch(it::startsWith) && !it.contains("where u.id = ?"))
                .hasSizeLessThanOrEqualTo(6);
    }

    private void comeBack(String name, String location) {
        PROVIDER.tell(name, TestBrowser.query(location).get("nonce"));
        callback(location);
    }

    private long outstanding() {
        return jdbc.sql(
                        "select count(*) from causerie.event_publication where listener_id = 'integrations.marketing-contact'")
                .query(Long.class)
                .single();
    }

    private static HttpServer service() {
        try {
            var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            server.createContext("/v3/contacts", exchange -> {
                var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
                RECEIVED.add(exchange.getRequestHeaders().getFirst("api-key") + " " + body);
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
