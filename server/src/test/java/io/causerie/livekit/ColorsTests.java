package io.causerie.livekit;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ColorsTests {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "alice | hsl(311, 68%, 44%)",
                "room-guest | hsl(156, 57%, 48%)",
                "5d0d0a0e-3f5d-4f0f-9d3f-2d1f0c9b8a77 | hsl(258, 68%, 31%)",
                "jane.doe@example.test | hsl(109, 52%, 43%)",
                "éàü | hsl(169, 69%, 49%)"
            })
    void areThoseOfTheContract(String identity, String color) {
        assertThat(Colors.of(identity)).isEqualTo(color);
    }

    @Test
    void comeFromTheTwisterOfTheContract() {
        var random = new MersenneTwister(51688);

        assertThat(new long[] {unsigned(random), unsigned(random), unsigned(random)})
                .containsExactly(2612685526L, 3795765230L, 2488775140L);
    }

    private static long unsigned(MersenneTwister random) {
        return Integer.toUnsignedLong(random.next());
    }
}
