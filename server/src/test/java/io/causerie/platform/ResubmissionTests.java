package io.causerie.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.modulith.events.EventPublication;

class ResubmissionTests {

    @ParameterizedTest
    @CsvSource({"1, 45", "2, 90", "3, 180", "7, 2880", "8, 3600", "100, 3600"})
    void pausesTwiceAsLongEachTimeAndAnHourAtMost(int attempts, int seconds) {
        var publication = mock(EventPublication.class);
        when(publication.getCompletionAttempts()).thenReturn(attempts);
        when(publication.getIdentifier()).thenReturn(UUID.randomUUID());
        var least = Duration.ofSeconds(seconds);
        assertThat(Resubmission.pause(publication, Duration.ofSeconds(45)))
                .isBetween(least, least.plus(least.dividedBy(5)));
    }
}
