package io.causerie.lobby;

import io.causerie.Http;
import io.causerie.Http.Answer;
import io.causerie.rooms.RoomsTest;
import io.causerie.users.SignedIn;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** What tests of the lobby share: browsers at the door, and hosts. */
abstract class LobbyTest extends RoomsTest {

    static final String COOKIE = "lobbyParticipantId";

    Answer knock(JsonNode room, @Nullable String cookie, String username) {
        var browser = cookie == null ? anonymous() : anonymous().with("Cookie", COOKIE + "=" + cookie);
        return knock(room, browser, username);
    }

    Answer knock(JsonNode room, Http browser, String username) {
        return browser.post(path(room) + "request-entry/", "{\"username\":\"" + username + "\"}");
    }

    /** Knocks as a signed-in person whose browser has that lobby cookie. */
    Answer knock(JsonNode room, SignedIn person, @Nullable String cookie) {
        var cookies = person.cookies() + (cookie == null ? "" : "; " + COOKIE + "=" + cookie);
        var browser = new Http(port).with("Cookie", cookies).with("X-CSRFToken", person.csrf());
        return knock(room, browser, "Somebody");
    }

    Answer decide(JsonNode room, SignedIn host, String id, boolean allow) {
        return as(host).post(
                        path(room) + "enter/", "{\"participant_id\":\"" + id + "\",\"allow_entry\":" + allow + "}");
    }

    JsonNode waiting(JsonNode room, SignedIn host) {
        return as(host).get(path(room) + "waiting-participants/").json().get("participants");
    }

    /** The secret an answer hands the browser. */
    static String cookie(Answer answer) {
        return answer.header("Set-Cookie").split("[=;]")[1];
    }

    static String status(Answer answer) {
        return answer.json().path("status").asString();
    }
}
