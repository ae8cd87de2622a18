package io.causerie.rooms;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PinsTests {

    @ParameterizedTest
    @ValueSource(ints = {4, 10, 18})
    void haveAsManyDigitsAsAskedFor(int length) {
        assertThat(IntStream.range(0, 1000).mapToObj(it -> Pins.next(length)))
                .allMatch(it -> it.matches("[0-9]{" + length + "}"));
    }

    /** Each of the ten digits at each place, the first included, about a tenth of the time: off by a fifth happens once in a thousand million runs. */
    @Test
    void areEachAsLikelyAsAnyOther() {
        var counts = new int[4][10];
        for (int i = 0; i < 10_000; i++) {
            var pin = Pins.next(4);
            for (int place = 0; place < 4; place++) {
                counts[place][pin.charAt(place) - '0']++;
            }
        }
        for (var place : counts) {
            assertThat(IntStream.of(place).boxed()).allMatch(it -> it > 800 && it < 1200);
        }
    }
}
