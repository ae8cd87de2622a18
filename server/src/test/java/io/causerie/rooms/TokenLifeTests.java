package io.causerie.rooms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.causerie.LiveKitServer;
import io.causerie.livekit.Attendee;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import livekit.LivekitRtc.SignalResponse;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.context.TestPropertySource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Tokens with the shortest life, which a real livekit-server renews (ADR 33). */
@TestPropertySource(properties = "CAUSERIE_TOKEN_SECONDS=60")
class TokenLifeTests extends RoomsTest {

    private static final LiveKitServer LIVEKIT = new LiveKitServer();

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
    void liveKitRenewsTheTokenOfWhoeverEnteredAndWeBelieveTheNewOne() {
        var bob = people.bob();
        var room = aRoomOf(people.alice(), "trusted");
        var answer = as(bob).get(path(room)).json();
        var given = claims(answer);
        assertThat(given.get("exp").asLong() - given.get("nbf").asLong()).isEqualTo(60);

        try (var inside =
                Attendee.enter(LIVEKIT.url(), answer.get("livekit").get("token").asString())) {
            var renewed = renewed(inside);
            var claims = payload(renewed);
            assertThat(claims.get("sub").asString()).isEqualTo(bob.user().sub());
            assertThat(claims.get("video").get("room").asString()).isEqualTo(id(room).toString());
            assertThat(claims.get("exp").asLong())
                    .isGreaterThan(given.get("exp").asLong() + 400);

            var raised = anonymous()
                    .with("Authorization", "Bearer " + renewed)
                    .post(path(room) + "toggle-hand/", "{\"raised\":true}");

            assertThat(raised.status()).isEqualTo(200);
            await().atMost(Duration.ofSeconds(5))
                    .until(() -> inside.self().getAttributesMap().containsKey("handRaisedAt"));
        }
    }

    private static String renewed(Attendee inside) {
        return await().atMost(Duration.ofSeconds(5))
                .until(
                        () -> inside.heard().stream()
                                .filter(SignalResponse::hasRefreshToken)
                                .map(SignalResponse::getRefreshToken)
                                .findFirst()
                                .orElse(""),
                        it -> !it.isEmpty());
    }

    private static JsonNode payload(String token) {
        var bytes = Base64.getUrlDecoder().decode(token.split("\\.")[1]);
        return JsonMapper.shared().readTree(new String(bytes, StandardCharsets.UTF_8));
    }
}
