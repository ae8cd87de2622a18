package io.causerie.notifications;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SummaryTitleTests {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            fr-fr | Transcription | Réunion "R & Co" du 2026-01-02 à 11:30
            en-us | Transcription | Meeting "R & Co" on 2026-01-02 at 11:30
            nl    | Transcriptie  | Vergadering "R & Co" op 2026-01-02 om 11:30
            de-de | Transkription | Besprechung "R & Co" am 2026-01-02 um 11:30
            pt-br | Transcription | Meeting "R & Co" on 2026-01-02 at 11:30
            """)
    void saysRoomDayAndTimeIfTheyAreKnown(String language, String unknown, String known) {
        var paris = ZoneId.of("Europe/Paris");
        assertThat(SummaryTitle.in(language).of("R & Co", null, paris)).isEqualTo(unknown);
        assertThat(SummaryTitle.in(language).of("R & Co", Instant.parse("2026-01-02T10:30:00.123456789Z"), paris))
                .isEqualTo(known);
    }
}
