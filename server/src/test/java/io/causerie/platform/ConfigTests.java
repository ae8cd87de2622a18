package io.causerie.platform;

import static org.assertj.core.api.Assertions.assertThat;

import io.causerie.ApplicationTest;
import io.causerie.Http;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

@ApplicationTest
class ConfigTests {

    @LocalServerPort
    int port;

    @Test
    void tellsTheFrontendWhatNobodySetAsNull() {
        var answer = new Http(port).get("/api/v1.0/config/");
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("Content-Type")).isEqualTo("application/json");
        assertThat(answer.json().get("custom_css_url").isNull()).isTrue();
        assertThat(answer.json().get("support").isEmpty()).isTrue();
        assertThat(answer.json().get("LANGUAGE_CODE").stringValue()).isEqualTo("en-us");
        assertThat(answer.json().get("is_silent_login_enabled").booleanValue()).isTrue();
    }

    @Test
    void tellsWhereMeetingsAreHeldAndWhatNewRoomsAreLike() {
        var config = new Http(port).get("/api/v1.0/config/").json();
        assertThat(config.get("livekit").has("url")).isTrue();
        assertThat(config.get("livekit").get("force_wss_protocol").booleanValue())
                .isFalse();
        assertThat(config.get("livekit").get("default_sources").size()).isEqualTo(4);
        assertThat(config.get("resource").get("default_access_level").stringValue())
                .isEqualTo("public");
        assertThat(config.get("authenticated_users_can_edit_display_name").booleanValue())
                .isTrue();
    }

    @Test
    void sendsCallsWithoutTheirSlashToThePathThatHasIt() {
        var answer = new Http(port).get("/api/v1.0/config?a=b");
        assertThat(answer.status()).isEqualTo(301);
        assertThat(answer.header("Location")).isEqualTo("/api/v1.0/config/?a=b");
    }

    @Test
    void heartbeatsAnswerWithoutTheirSlash() {
        assertThat(new Http(port).get("/__lbheartbeat__").status()).isEqualTo(200);
        assertThat(new Http(port).get("/__heartbeat__").body()).isEqualTo("{\"status\":\"ok\"}");
    }

    @Test
    void anUnknownApiPathIsAnHtmlPage() {
        var answer = new Http(port).get("/api/v1.0/nothing-here");
        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.header("Content-Type")).startsWith("text/html");
        assertThat(answer.body()).contains("Not Found");
    }

    @Test
    void answersAWrongMethodAsTheContractSays() {
        var answer = new Http(port).post("/api/v1.0/config/", "{}");
        assertThat(answer.status()).isEqualTo(405);
        assertThat(answer.body()).isEqualTo("{\"detail\":\"Method \\\"POST\\\" not allowed.\"}");
    }
}
