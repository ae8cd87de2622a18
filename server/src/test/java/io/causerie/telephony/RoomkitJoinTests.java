package io.causerie.telephony;

import static org.assertj.core.api.Assertions.assertThat;

import io.causerie.Http;
import io.causerie.livekit.LiveKitEvent.RoomStarted;
import io.causerie.livekit.Sip.Rule;
import java.net.http.HttpRequest.BodyPublishers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ApplicationEventPublisher;

/** {@code POST /api/v1.0/roomkit/join/} (contract 03, section 16.4; 05, section 5). */
@ExtendWith(OutputCaptureExtension.class)
class RoomkitJoinTests extends TelephonyTest {

    private static final String PATH = "/api/v1.0/roomkit/join/";

    @Autowired
    ApplicationEventPublisher events;

    @Test
    void opensTheRoomBeforeAnybodyIsThere(CapturedOutput output) {
        var room = aRoomOf(people.alice(), "restricted");
        var pin = room.get("pin_code").asString();

        var first = bridge().post(PATH, "{\"pin_code\":\"" + pin + "\"}");
        var second = bridge().post(PATH, "{\"pin_code\":\" " + pin + " \"}");

        assertThat(first.status()).isEqualTo(200);
        assertThat(first.json().toString()).isEqualTo("{\"status\":\"success\"}");
        assertThat(second.status()).isEqualTo(200);
        assertThat(rulesOf(id(room))).extracting(Rule::pin).containsExactly(pin);
        assertThat(output)
                .contains("Roomkit join requested: room_id=" + id(room) + ", dispatch_rule_created=true")
                .contains("Roomkit join requested: room_id=" + id(room) + ", dispatch_rule_created=false")
                .doesNotContain(pin)
                .doesNotContain(TOKEN);
    }

    @Test
    void meetsTheRuleOfAMeetingThatIsOn() {
        var room = aRoomOf(people.alice(), "public");
        events.publishEvent(new RoomStarted(id(room).toString()));

        assertThat(join(room.get("pin_code").asString()).status()).isEqualTo(200);

        assertThat(rulesOf(id(room))).hasSize(1);
    }

    @Test
    void takesAForm() {
        var room = aRoomOf(people.alice(), "public");
        var form = "--b\r\nContent-Disposition: form-data; name=\"pin_code\"\r\n\r\n"
                + room.get("pin_code").asString() + "\r\n--b--\r\n";

        var answer = bridge().send("POST", PATH, BodyPublishers.ofString(form), "multipart/form-data; boundary=b");

        assertThat(answer.status()).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{} | {\"pin_code\":[\"This field is required.\"]}",
                "{\"pin_code\":\"\"} | {\"pin_code\":[\"This field may not be blank.\"]}",
                "{\"pin_code\":null} | {\"pin_code\":[\"This field may not be null.\"]}",
                "{\"pin_code\":[]} | {\"pin_code\":[\"Not a valid string.\"]}",
                "{\"pin_code\":\"123456789\"} | {\"pin_code\":[\"PIN code length is invalid.\"]}",
                "{\"pin_code\":12345678901} | {\"pin_code\":[\"PIN code length is invalid.\"]}"
            })
    void saysWhatIsWrongWithAPin(String body, String fault) {
        var answer = bridge().post(PATH, body);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().toString()).isEqualTo(fault);
    }

    @Test
    void knowsNoRoomForAPinNobodyHas() {
        for (var pin : new String[] {"abcdefghij", "None123456", "١٢٣٤٥٦٧٨٩٠"}) {
            var answer = join(pin);

            assertThat(answer.status()).isEqualTo(404);
            assertThat(answer.json().toString()).isEqualTo("{\"detail\":\"No room found for this PIN code.\"}");
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "- | Authorization header is missing.",
                "Token x | Invalid authorization header.",
                "bearer roomkit-token-of-tests | Invalid authorization header.",
                "'Bearer  roomkit-token-of-tests' | Invalid authorization header.",
                "Bearer roomkit-token-of-tests x | Invalid authorization header.",
                "Bearer | Invalid authorization header.",
                "Bearer roomkit-token-of-test | Invalid server-to-server token.",
                "Bearer other | Invalid server-to-server token."
            })
    void letsInNobodyWithoutTheToken(String header, String detail, CapturedOutput output) {
        var caller = header == null ? new Http(port) : new Http(port).with("Authorization", header);
        var pin = aRoomOf(people.alice(), "public").get("pin_code").asString();

        var answer = caller.post(PATH, "{\"pin_code\":\"" + pin + "\"}");

        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.json().toString()).isEqualTo("{\"detail\":\"" + detail + "\"}");
        assertThat(answer.response().headers().firstValue("WWW-Authenticate"))
                .contains("Bearer realm='Roomkit server to server'");
        assertThat(output).doesNotContain(pin).doesNotContain("roomkit-token-of-test");
    }

    @Test
    void saysWhenLiveKitDoesNotDoIt() {
        var room = aRoomOf(people.alice(), "public");
        asked.isAway();

        var answer = join(room.get("pin_code").asString());

        assertThat(answer.status()).isEqualTo(500);
        assertThat(answer.json().toString()).isEqualTo("{\"detail\":\"Could not create dispatch rule.\"}");
    }

    @Test
    void isPostedTo() {
        assertThat(bridge().get(PATH).status()).isEqualTo(405);
        assertThat(new Http(port).get(PATH).status()).isEqualTo(401);
    }

    private Http.Answer join(String pin) {
        return bridge().post(PATH, "{\"pin_code\":\"" + pin + "\"}");
    }

    private Http bridge() {
        return new Http(port).with("Authorization", "Bearer " + TOKEN);
    }
}
