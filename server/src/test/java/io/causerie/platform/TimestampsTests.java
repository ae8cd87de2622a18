package io.causerie.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How instants are written (contract 01, section 4). */
class TimestampsTests {

    @ParameterizedTest
    @CsvSource({
        "2026-03-04T05:06:07.123456Z, 2026-03-04T05:06:07.123456Z",
        "2026-03-04T05:06:07.12Z, 2026-03-04T05:06:07.120000Z",
        "2026-03-04T05:06:00Z, 2026-03-04T05:06:00Z",
        "2026-03-04T05:06:00.0000009Z, 2026-03-04T05:06:00Z",
    })
    void haveSixDigitsOrNone(Instant instant, String text) {
        assertThat(Timestamps.text(instant)).isEqualTo(text);
    }
}
