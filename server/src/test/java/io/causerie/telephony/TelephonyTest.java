package io.causerie.telephony;

import io.causerie.LiveKitServer;
import io.causerie.livekit.Sip;
import io.causerie.livekit.Sip.Rule;
import io.causerie.rooms.RoomsTest;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** What tests of telephony share: one context, and a real livekit-server with Redis that reports to it. */
@Import(AskedSip.class)
abstract class TelephonyTest extends RoomsTest {

    static final String TOKEN = "roomkit-token-of-tests";
    static final LiveKitServer LIVEKIT = server();

    private static boolean started;

    @Autowired
    Sip sip;

    @Autowired
    AskedSip asked;

    @DynamicPropertySource
    static void telephony(DynamicPropertyRegistry registry) {
        registry.add("LIVEKIT_API_URL", LIVEKIT::url);
        registry.add("ROOM_TELEPHONY_ENABLED", () -> "true");
        registry.add("ROOMKIT_ENABLED", () -> "true");
        registry.add("ROOMKIT_SERVER_TO_SERVER_API_TOKEN", () -> TOKEN);
    }

    static LiveKitServer server() {
        var server = new LiveKitServer().withRedis();
        Runtime.getRuntime().addShutdownHook(new Thread(server::close));
        return server;
    }

    @BeforeEach
    void start() {
        if (!started) {
            LIVEKIT.start("http://127.0.0.1:" + port + ROOMS + "webhooks-livekit/");
            started = true;
        }
        asked.works();
    }

    List<Rule> rulesOf(UUID room) {
        return sip.list().stream().filter(it -> it.name().equals("SIP_" + room)).toList();
    }
}
