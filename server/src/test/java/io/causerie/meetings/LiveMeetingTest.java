package io.causerie.meetings;

import io.causerie.Http;
import io.causerie.LiveKitServer;
import io.causerie.livekit.Attendee;
import io.causerie.rooms.Role;
import io.causerie.rooms.RoomsTest;
import io.causerie.users.SignedIn;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.JsonNode;

/** What tests of live meetings share: a real livekit-server and people in its rooms, with tokens that our server handed out. */
abstract class LiveMeetingTest extends RoomsTest {

    /** Ended with this JVM. */
    private static final LiveKitServer LIVEKIT = started();

    private final List<Attendee> attendees = new ArrayList<>();

    @DynamicPropertySource
    static void livekit(DynamicPropertyRegistry registry) {
        registry.add("LIVEKIT_API_URL", LIVEKIT::url);
        registry.add("ROOM_SUBTITLE_ENABLED", () -> "true");
    }

    private static LiveKitServer started() {
        var server = new LiveKitServer().start(null);
        Runtime.getRuntime().addShutdownHook(new Thread(server::close));
        return server;
    }

    static String livekitUrl() {
        return LIVEKIT.url();
    }

    /** Somebody in the meeting: {@code browser} is theirs. */
    Attendee enter(JsonNode room, Http browser) {
        var attendee = Attendee.enter(LIVEKIT.url(), token(room, browser));
        attendees.add(attendee);
        return attendee;
    }

    /** The LiveKit token that browser is given for the room. */
    static String token(JsonNode room, Http browser) {
        return browser.get(path(room)).json().get("livekit").get("token").asString();
    }

    /** Calls as the holder of a LiveKit token. */
    Http holding(String token) {
        return new Http(port).with("Authorization", "Bearer " + token);
    }

    SignedIn administrator(JsonNode room) {
        var person = people.bob();
        grant(room, person, Role.ADMINISTRATOR);
        return person;
    }

    static String naming(Attendee person, String more) {
        return "{\"participant_identity\":\"" + person.identity() + "\"" + more + "}";
    }

    @AfterEach
    void leave() {
        attendees.forEach(Attendee::close);
    }
}
