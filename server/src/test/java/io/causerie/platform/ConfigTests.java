package io.causerie.platform;

import static org.assertj.core.api.Assertions.assertThat;

import io.causerie.ApplicationTest;
import io.causerie.Http;
import io.causerie.Statements;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;

@ApplicationTest
@Import(Statements.class)
class ConfigTests {

    @LocalServerPort
    int port;

    @Autowired
    Statements statements;

    @Test
    void hasEveryKeyOfTheContractInItsOrder() {
        assertThat(new Http(port).get("/api/v1.0/config/").body())
                .isEqualTo("{\"LANGUAGE_CODE\":\"en-us\",\"recording\":{\"is_enabled\":true,"
                        + "\"available_modes\":[\"screen_recording\",\"transcript\"],\"expiration_days\":null,"
                        + "\"max_duration\":null},\"background_image\":{\"upload_is_enabled\":false,"
                        + "\"max_count_by_user\":10,\"max_size\":2097152,"
                        + "\"allowed_extensions\":[\".jpeg\",\".jpg\",\".png\"],"
                        + "\"allowed_mimetypes\":[\"image/jpeg\",\"image/png\"]},\"telephony\":{\"enabled\":false},"
                        + "\"resource\":{\"default_access_level\":\"public\"},\"subtitle\":{\"enabled\":false},"
                        + "\"diagnostics\":{\"connection_test_enabled\":false},"
                        + "\"livekit\":{\"url\":\"http://127.0.0.1:9\",\"force_wss_protocol\":false,"
                        + "\"enable_firefox_proxy_workaround\":false,"
                        + "\"default_sources\":[\"camera\",\"microphone\",\"screen_share\",\"screen_share_audio\"]},"
                        + "\"authenticated_users_can_edit_display_name\":true,\"custom_css_url\":null,\"analytics\":{},"
                        + "\"support\":{},\"silence_livekit_debug_logs\":false,\"is_silent_login_enabled\":true,"
                        + "\"idle_disconnect_warning_delay\":null,\"feedback\":{},\"documentation_url\":null,"
                        + "\"external_home_url\":null,\"use_french_gov_footer\":false,"
                        + "\"use_proconnect_button\":false,\"manifest_link\":null,"
                        + "\"transcription_destination\":null,\"max_participants_for_sound\":5,"
                        + "\"auto_mute_on_join_threshold\":50}");
    }

    @Test
    void aConnectionTestThatIsOffIsNotFound() {
        var answer = new Http(port).post("/api/v1.0/diagnostics/connection/", "");
        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.body()).isEqualTo("{\"detail\":\"Not found.\"}");
    }

    @Test
    void costsNoStatement() {
        assertThat(statements.during(() -> new Http(port).get("/api/v1.0/config/")))
                .isEmpty();
    }

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
        assertThat(new Http(port).post("/__heartbeat__/", "").status()).isEqualTo(200);
    }

    @Test
    void theVersionIsToldWhereTheBuildLeftOne() {
        var answer = new Http(port).get("/__version__");
        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.body()).isEqualTo("version.json not found");
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
