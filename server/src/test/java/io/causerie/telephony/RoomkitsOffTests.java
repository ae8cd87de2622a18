package io.causerie.telephony;

import static org.assertj.core.api.Assertions.assertThat;

import io.causerie.ApplicationTest;
import io.causerie.Http;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestPropertySource;

/** {@code POST /api/v1.0/roomkit/join/} where room systems are off: 401, 429, 404, in that order. */
@ApplicationTest
@TestPropertySource(properties = {"ROOMKIT_SERVER_TO_SERVER_API_TOKEN=known", "ROOMKIT_JOIN_THROTTLE_RATES=3/minute"})
class RoomkitsOffTests {

    private static final String PATH = "/api/v1.0/roomkit/join/";

    @LocalServerPort
    int port;

    @Test
    void doesNotExistAndIsThrottledForAllTogether() {
        var bridge = new Http(port).with("Authorization", "Bearer known");
        var stranger = new Http(port);

        for (int i = 0; i < 3; i++) {
            assertThat(stranger.post(PATH, "no json").status()).isEqualTo(401);
            var answer = bridge.post(PATH, "no json");
            assertThat(answer.status()).isEqualTo(404);
            assertThat(answer.json().toString()).isEqualTo("{\"detail\":\"Not found.\"}");
        }
        assertThat(bridge.post(PATH, "{}").status()).isEqualTo(429);
        assertThat(stranger.post(PATH, "{}").status()).isEqualTo(401);
    }
}
