package io.causerie.livekit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.causerie.LiveKitServer;
import io.causerie.livekit.Sip.Rule;
import io.causerie.platform.Secret;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Dispatch rules of a real livekit-server. */
class SipTests {

    private static final LiveKitServer SERVER = new LiveKitServer().withRedis();

    private final Sip sip = sip(SERVER.url());
    private final String room = UUID.randomUUID().toString();
    private final String pin = String.valueOf(ThreadLocalRandom.current().nextLong(1_000_000_000L, 9_999_999_999L));

    @BeforeAll
    static void start() {
        SERVER.start(null);
    }

    @AfterAll
    static void stop() {
        SERVER.close();
    }

    @Test
    void aRuleIsFoundByItsIdAloneAndIsGoneOnceDeleted() {
        var id = sip.create("SIP_" + room, room, pin).orElseThrow();

        assertThat(sip.find(id)).contains(new Rule(id, "SIP_" + room, room, pin));
        assertThat(sip.list()).contains(new Rule(id, "SIP_" + room, room, pin));
        sip.delete(id);

        assertThat(sip.find(id)).isEmpty();
        assertThat(sip.list()).extracting(Rule::id).doesNotContain(id);
        sip.delete(id);
    }

    @Test
    void aPinLeadsToOneRoomOnly() {
        sip.create("SIP_" + room, room, pin);

        assertThat(sip.create("SIP_" + room, room, pin)).isEmpty();
        assertThat(sip.create("SIP_other", "other", pin)).isEmpty();
        assertThat(sip.list()).filteredOn(it -> it.pin().equals(pin)).hasSize(1);
    }

    @Test
    void aLiveKitWithoutRedisRefuses() {
        try (var without = new LiveKitServer().start(null)) {
            assertThatExceptionOfType(LiveKitException.class)
                    .isThrownBy(() -> sip(without.url()).create("SIP_" + room, room, pin));
            assertThatExceptionOfType(LiveKitException.class)
                    .isThrownBy(() -> sip(without.url()).list());
        }
    }

    @Test
    void nobodyWaitsLongForALiveKitThatIsAway() {
        var away = sip("http://127.0.0.1:9");

        assertThat(catchThrowableOfType(LiveKitException.Refused.class, () -> away.find("SDR_1"))
                        .unreachable())
                .isTrue();
    }

    private static Sip sip(String url) {
        var properties = new LiveKitProperties(
                LiveKitServer.KEY,
                new Secret(LiveKitServer.SECRET),
                url,
                true,
                List.of(),
                null,
                "connection-test",
                List.of());
        return new TwirpSip(new LiveKitClients(properties), properties);
    }
}
