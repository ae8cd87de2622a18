package io.causerie.platform;

import static org.assertj.core.api.Assertions.assertThat;

import io.causerie.Http;
import io.causerie.ProductionTest;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/** {@code GET /api/v1.0/config/} where operators have set things. */
@ProductionTest
class ConfigAsSetTests {

    @LocalServerPort
    int port;

    @Test
    void tellsThePhoneNumberAsTheWorldWritesIt() {
        assertThat(config().get("telephony").toString())
                .isEqualTo(
                        "{\"enabled\":true,\"default_country\":\"FR\",\"international_phone_number\":\"+33 1 23 45 67 89\"}");
    }

    @Test
    void tellsWhatMayBeUploaded() {
        assertThat(config().get("background_image").toString())
                .isEqualTo("{\"upload_is_enabled\":true,\"max_count_by_user\":3,\"max_size\":0,"
                        + "\"allowed_extensions\":[\".gif\"],\"allowed_mimetypes\":[\"text/plain\"]}");
    }

    @Test
    void tellsWhatIsOn() {
        assertThat(config().get("subtitle").toString()).isEqualTo("{\"enabled\":true}");
        assertThat(config().get("diagnostics").toString()).isEqualTo("{\"connection_test_enabled\":true}");
        assertThat(config().get("LANGUAGE_CODE").stringValue()).isEqualTo("fr-fr");
        assertThat(config().get("livekit").get("default_sources").toString()).isEqualTo("[\"camera\",\"microphone\"]");
    }

    @Test
    void aTextThatIsSetButEmptyIsEmptyAndNotNull() {
        assertThat(config().get("livekit").get("url").stringValue()).isEmpty();
        assertThat(config().get("custom_css_url").stringValue()).isEmpty();
        assertThat(config().get("documentation_url").isNull()).isTrue();
    }

    @Test
    void dictionariesGoThroughAsTheyAre() {
        assertThat(config().get("support").toString()).isEqualTo("{\"id\":\"x\",\"deep\":{\"on\":true,\"none\":null}}");
    }

    @Test
    void numbersAreNumbers() {
        assertThat(config().get("idle_disconnect_warning_delay").intValue()).isEqualTo(90_000);
        assertThat(config().get("recording").toString())
                .isEqualTo("{\"is_enabled\":true,\"available_modes\":[\"screen_recording\",\"transcript\"],"
                        + "\"expiration_days\":30,\"max_duration\":5400000}");
    }

    private JsonNode config() {
        return new Http(port)
                .with("X-Forwarded-Proto", "https")
                .get("/api/v1.0/config/")
                .json();
    }
}
