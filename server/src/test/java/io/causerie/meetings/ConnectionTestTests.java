package io.causerie.meetings;

import static org.assertj.core.api.Assertions.assertThat;

import io.causerie.ApplicationTest;
import io.causerie.Http;
import io.causerie.LiveKitServer;
import io.causerie.livekit.LiveRooms;
import io.causerie.users.TestUsers;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.WebSocket;
import java.time.Duration;
import java.util.Base64;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.context.TestPropertySource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** {@code POST /api/v1.0/diagnostics/connection/} (contract 01, section 13), with a real livekit-server. */
@ApplicationTest
@TestPropertySource(
        properties = {
            "CONNECTION_TEST_ENABLED=true",
            "CONNECTION_TEST_TOKEN_TTL_SECONDS=120",
            "AUTHENTICATED_PARTICIPANTS_CAN_EDIT_DISPLAY_NAME=false"
        })
class ConnectionTestTests {

    private static final String PATH = "/api/v1.0/diagnostics/connection/";
    private static final LiveKitServer LIVEKIT = new LiveKitServer();
    private static final AtomicInteger ADDRESSES = new AtomicInteger();

    @LocalServerPort
    int port;

    @Autowired
    TestUsers users;

    @Autowired
    LiveRooms rooms;

    @Autowired
    ConnectionTestRooms testRooms;

    @DynamicPropertySource
    static void livekit(DynamicPropertyRegistry registry) {
        registry.add("LIVEKIT_API_URL", LIVEKIT::url);
    }

    @BeforeAll
    static void start() {
        LIVEKIT.start(null);
    }

    @AfterAll
    static void stop() {
        LIVEKIT.close();
    }

    @Test
    void anybodyGetsARoomOfTheirOwn() {
        var one = begin(stranger());
        var other = begin(stranger());
        assertThat(one.propertyNames()).containsExactly("url", "room", "token", "expires_in");
        assertThat(one.get("url").stringValue()).isEqualTo(LIVEKIT.url());
        assertThat(one.get("expires_in").intValue()).isEqualTo(120);
        assertThat(one.get("room").stringValue())
                .matches("connection-test-[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")
                .isNotEqualTo(other.get("room").stringValue());
    }

    @Test
    void theTokenLastsAsLongAsTheSettingSaysAndOpensThatRoomOnly() {
        var test = begin(stranger());
        var claims = claims(test);
        assertThat(claims.get("exp").longValue() - claims.get("nbf").longValue())
                .isEqualTo(120);
        assertThat(claims.get("name").stringValue()).isEqualTo("Connection Test");
        assertThat(claims.get("iss").stringValue()).isEqualTo(LiveKitServer.KEY);
        assertThat(claims.get("sub").stringValue()).matches("[0-9a-f-]{36}");
        var video = claims.get("video");
        assertThat(video.get("room")).isEqualTo(test.get("room"));
        assertThat(video.get("roomJoin").booleanValue()).isTrue();
        assertThat(video.get("roomAdmin").booleanValue()).isFalse();
        assertThat(video.get("canPublishSources").size()).isEqualTo(4);
        assertThat(video.get("canUpdateOwnMetadata").booleanValue()).isFalse();
        assertThat(claims.get("attributes").get("room_role").isNull()).isTrue();
        assertThat(claims.get("attributes").get("is_authenticated").stringValue())
                .isEqualTo("false");
    }

    @Test
    void signedInPeopleAreThemselves() {
        var alice = users.alice();
        var claims = claims(begin(alice.http(port)));
        assertThat(claims.get("sub").stringValue()).isEqualTo(alice.user().sub());
        assertThat(claims.get("name").stringValue()).isEqualTo("Alice Martin");
        assertThat(claims.get("attributes").get("is_authenticated").stringValue())
                .isEqualTo("true");
    }

    @Test
    void signedInPeopleNeedTheCsrfToken() {
        var alice = users.alice();
        assertThat(new Http(port).with("Cookie", alice.cookies()).post(PATH, "").status())
                .isEqualTo(403);
    }

    @Test
    void theBodyIsNotLookedAt() {
        assertThat(stranger()
                        .send("POST", PATH, BodyPublishers.ofString("<x/>"), "application/xml")
                        .status())
                .isEqualTo(200);
        assertThat(stranger()
                        .send("POST", PATH, BodyPublishers.ofString("{"), "application/json")
                        .status())
                .isEqualTo(200);
        assertThat(stranger().send("POST", PATH, BodyPublishers.noBody(), null).status())
                .isEqualTo(200);
    }

    @Test
    void otherMethodsAreNotAllowed() {
        assertThat(stranger().get(PATH).status()).isEqualTo(405);
        assertThat(new Http(port).get("/api/v1.0/diagnostics/").status()).isEqualTo(404);
    }

    @Test
    void oneAddressMayTestThirtyTimesAMinute() {
        var stranger = stranger();
        for (int i = 0; i < 30; i++) {
            assertThat(stranger.post(PATH, "").status()).isEqualTo(200);
        }
        var refused = stranger.post(PATH, "");
        assertThat(refused.status()).isEqualTo(429);
        int seconds = Integer.parseInt(refused.header("Retry-After"));
        assertThat(seconds).isBetween(30, 60);
        assertThat(refused.body())
                .isEqualTo("{\"detail\":\"Request was throttled. Expected available in " + seconds + " seconds.\"}");
        assertThat(stranger().post(PATH, "").status()).isEqualTo(200);
        assertThat(begin(users.alice().http(port)).has("token")).isTrue();
    }

    @Test
    void otherMethodsCountAsWell() {
        var stranger = stranger();
        for (int i = 0; i < 30; i++) {
            assertThat(stranger.get(PATH).status()).isEqualTo(405);
        }
        assertThat(stranger.get(PATH).status()).isEqualTo(429);
    }

    @Test
    void whatAClientWritesBeforeItsAddressDodgesNothing() {
        var address = "198.51.100." + ADDRESSES.incrementAndGet();
        for (int i = 0; i < 30; i++) {
            assertThat(from("6.6.6." + i + ", " + address).post(PATH, "").status())
                    .isEqualTo(200);
        }
        assertThat(from("7.7.7.7, " + address).post(PATH, "").status()).isEqualTo(429);
    }

    @Test
    void itsRoomIsClosedThoughPeopleAreStillInItAndNoOtherRoomEverIs() {
        var test = begin(stranger());
        var socket = join(test.get("token").stringValue());
        var room = test.get("room").stringValue();
        Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> rooms.live(room));
        testRooms.close("x" + room);
        assertThat(rooms.live(room)).isTrue();
        testRooms.close(room);
        assertThat(rooms.live(room)).isFalse();
        testRooms.close(room);
        socket.abort();
    }

    private static WebSocket join(String token) {
        return HttpClient.newHttpClient()
                .newWebSocketBuilder()
                .buildAsync(
                        URI.create(LIVEKIT.url() + "/rtc?protocol=15&auto_subscribe=1&access_token=" + token),
                        new WebSocket.Listener() {})
                .join();
    }

    private static JsonNode begin(Http http) {
        var answer = http.post(PATH, "");
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json().propertyNames()).containsExactly("livekit");
        return answer.json().get("livekit");
    }

    private static JsonNode claims(JsonNode test) {
        var payload = test.get("token").stringValue().split("\\.")[1];
        return JsonMapper.shared().readTree(Base64.getUrlDecoder().decode(payload));
    }

    /** Somebody at an address nobody else has, as the proxy on this machine tells. */
    private Http stranger() {
        return from("203.0.113." + ADDRESSES.incrementAndGet());
    }

    private Http from(String forwarded) {
        return new Http(port).with("X-Forwarded-For", forwarded);
    }
}
