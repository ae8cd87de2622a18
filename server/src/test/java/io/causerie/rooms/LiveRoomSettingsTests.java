package io.causerie.rooms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.causerie.Http;
import io.causerie.LiveKitServer;
import io.causerie.livekit.Attendee;
import io.causerie.livekit.LiveRooms;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.modulith.events.FailedEventPublications;
import org.springframework.modulith.events.ResubmissionOptions;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.JsonNode;

/** What people in a meeting see of a change of its room, through a real livekit-server that comes and goes (contract 03, section 5.6). */
class LiveRoomSettingsTests extends RoomsTest {

    private static final LiveKitServer LIVEKIT = new LiveKitServer();

    @Autowired
    FailedEventPublications failed;

    @Autowired
    LiveRooms live;

    @DynamicPropertySource
    static void livekit(DynamicPropertyRegistry registry) {
        registry.add("LIVEKIT_API_URL", LIVEKIT::url);
    }

    @AfterEach
    void end() {
        LIVEKIT.kill();
        jdbc.sql("delete from causerie.event_publication").update();
    }

    @AfterAll
    static void stop() {
        LIVEKIT.close();
    }

    @Test
    void areSeenAtOnceBesideWhatOtherFeaturesSay() {
        LIVEKIT.start(null);
        var alice = people.alice();
        var room = aRoomOf(alice, "public");
        try (var guest = enter(room, anonymous())) {
            live.mergeMetadata(room.get("id").asString(), Map.of("recording_status", "started"), Set.of());

            as(alice)
                    .patch(
                            path(room),
                            "{\"access_level\":\"trusted\",\"configuration\":{\"everyone_can_mute\":false}}");

            await().atMost(Duration.ofSeconds(5)).until(() -> metadata(guest).contains("\"access_level\":\"trusted\""));
            assertThat(metadata(guest))
                    .contains("\"configuration\":{\"everyone_can_mute\":false}", "\"recording_status\":\"started\"");
            assertThat(outstanding()).isZero();
        }
    }

    @Test
    void areStoredAndToldOnceLiveKitIsBack() {
        var alice = people.alice();
        var room = aRoomOf(alice, "public");

        long before = System.nanoTime();
        var answer = as(alice).patch(path(room), "{\"access_level\":\"trusted\"}");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(Duration.ofSeconds(3));
        assertThat(answer.json().get("access_level").asString()).isEqualTo("trusted");
        await().atMost(Duration.ofSeconds(5)).until(() -> outstanding() == 1);
        LIVEKIT.start(null);
        try (var inside = enter(room, as(alice))) {
            assertThat(metadata(inside)).doesNotContain("trusted");
            failed.resubmit(ResubmissionOptions.defaults());
            await().atMost(Duration.ofSeconds(10))
                    .until(() -> metadata(inside).contains("\"access_level\":\"trusted\""));
            await().atMost(Duration.ofSeconds(5)).until(() -> outstanding() == 0);
        }
    }

    private Attendee enter(JsonNode room, Http browser) {
        var token = browser.get(path(room)).json().get("livekit").get("token").asString();
        return Attendee.enter(LIVEKIT.url(), token);
    }

    /** As the participant was told it last. */
    private static String metadata(Attendee attendee) {
        return attendee.heard().stream()
                .filter(it -> it.hasRoomUpdate() || it.hasJoin())
                .map(it -> it.hasJoin()
                        ? it.getJoin().getRoom().getMetadata()
                        : it.getRoomUpdate().getRoom().getMetadata())
                .reduce("", (first, last) -> last);
    }

    private int outstanding() {
        return jdbc.sql("select count(*) from causerie.event_publication")
                .query(Integer.class)
                .single();
    }
}
