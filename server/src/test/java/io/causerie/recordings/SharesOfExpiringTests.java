package io.causerie.recordings;

import static org.assertj.core.api.Assertions.assertThat;

import io.causerie.Http;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.test.context.TestPropertySource;
import tools.jackson.databind.json.JsonMapper;

/** Links to recordings that are not kept for good, and how often they may be tried. */
@TestPropertySource(
        properties = {
            "RECORDING_EXPIRATION_DAYS=10",
            "CAUSERIE_RECORDING_SHARE_DAYS=5",
            "CAUSERIE_SHARE_THROTTLE_RATES=3/hour",
            "CAUSERIE_SHARE_MEDIA_THROTTLE_RATES=3/hour"
        })
class SharesOfExpiringTests extends RecordingTest {

    private static final String OPEN = "/api/v1.0/shared-recordings/";

    @Test
    void aLinkEndsWithItsRecordingAndOpensNoExpiredOne() {
        var id = recording(8);
        var made = JsonMapper.shared().readTree(send(alice, "POST", shares(id)).body());
        var recording = JsonMapper.shared()
                .readTree(send(alice, "GET", "/api/v1.0/recordings/" + id + "/").body());
        assertThat(made.path("expires_at").asString())
                .isEqualTo(recording.path("expired_at").asString());

        var link = made.path("link").asString().substring("/shared/".length()).split("#");
        jdbc.sql("update meet_recording set created_at = now() - interval '11 days' where id = :id")
                .param("id", id)
                .update();
        jdbc.sql("update causerie.recording_share set expires_at = now() + interval '1 day' where recording_id = :id")
                .param("id", id)
                .update();
        assertThat(open(link[0], link[1])).isEqualTo(404);
        assertThat(send(alice, "POST", shares(id)).status()).isEqualTo(409);
    }

    @Test
    void theUsualLifeIsNoLongerThanTheLongest() {
        var page = JsonMapper.shared()
                .readTree(send(alice, "GET", shares(recording(0))).body());
        assertThat(page.path("max_days").asInt()).isEqualTo(5);
        assertThat(page.path("default_days").asInt()).isEqualTo(5);
    }

    @Test
    void anAddressThatTriesTooOftenIsToldToWait() {
        for (int i = 0; i < 3; i++) {
            assertThat(from("203.0.113.7")
                            .post(OPEN + UUID.randomUUID() + "/", "{}")
                            .status())
                    .isEqualTo(404);
            assertThat(from("203.0.113.7")
                            .get(OPEN + UUID.randomUUID() + "/media/")
                            .status())
                    .isEqualTo(404);
        }
        assertThat(from("203.0.113.7")
                        .post(OPEN + UUID.randomUUID() + "/", "{}")
                        .status())
                .isEqualTo(429);
        assertThat(from("203.0.113.7").get(OPEN + UUID.randomUUID() + "/media/").status())
                .isEqualTo(429);
        assertThat(from("203.0.113.8")
                        .post(OPEN + UUID.randomUUID() + "/", "{}")
                        .status())
                .isEqualTo(404);
    }

    private Http from(String address) {
        return new Http(port).with("X-Forwarded-For", address);
    }

    private int open(String share, String token) {
        return new Http(port)
                .post(OPEN + share + "/", "{\"token\": \"" + token + "\"}")
                .status();
    }

    private UUID recording(int days) {
        var id = rows.recording(room, RecordingStatus.SAVED, null);
        rows.owner(id, alice.user().id(), "owner");
        jdbc.sql("update meet_recording set created_at = now() - make_interval(days => :days) where id = :id")
                .param("days", days)
                .param("id", id)
                .update();
        return id;
    }

    private static String shares(UUID id) {
        return "/api/v1.0/recordings/" + id + "/shares/";
    }
}
