package io.causerie.storage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ByteRangeTests {

    @ParameterizedTest
    @CsvSource({
        "bytes=0-0, 0, 1",
        "bytes=0-, 0, 100",
        "bytes=10-19, 10, 10",
        "bytes=90-500, 90, 10",
        "bytes=-10, 90, 10",
        "bytes=-500, 0, 100",
        "bytes = 10 - 19, 10, 10"
    })
    void isReadWithinTheObject(String header, long from, long length) {
        assertThat(ByteRange.of(header, 100)).containsExactly(new ByteRange(from, length));
    }

    @Test
    void severalKeepTheirOrderAndLoseWhatLiesBeyondTheEnd() {
        assertThat(ByteRange.of("bytes=50-59,0-9,,200-300,-1", 100))
                .containsExactly(new ByteRange(50, 10), new ByteRange(0, 10), new ByteRange(99, 1));
    }

    @ParameterizedTest
    @ValueSource(strings = {"bytes=100-", "bytes=100-200", "bytes=-0", "bytes=100-,300-400"})
    void areNoneBeyondTheEnd(String header) {
        assertThat(ByteRange.of(header, 100)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "bytes=-",
                "bytes=",
                "bytes=5-4",
                "bytes=0-1,x",
                "bytes=0-99,0-99",
                "lines=0-1",
                "bytes=a-b",
                "bytes=99999999999999999999-"
            })
    void areIgnoredWhenTheyAreNonsenseOrAskForMoreThanThereIs(String header) {
        assertThat(ByteRange.of(header, 100)).isNull();
    }

    @Test
    void areIgnoredWhenTheyAreMany() {
        var many = IntStream.range(0, 17).mapToObj(it -> it + "-" + it).collect(Collectors.joining(","));
        assertThat(ByteRange.of("bytes=" + many, 100)).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"bytes=0-0", "bytes=0-", "bytes=-1"})
    void areNoneInAnEmptyObject(String header) {
        assertThat(ByteRange.of(header, 0)).isEmpty();
    }

    @Test
    void whateverIsSentTheyLieWithinTheObject() {
        var random = new Random(42);
        var letters = List.of("bytes", "=", "-", ",", " ", "0", "7", "99", "100", "18446744073709551616", "x", "\t");
        for (int i = 0; i < 20_000; i++) {
            var header = "bytes="
                    + IntStream.range(0, random.nextInt(12))
                            .mapToObj(it -> letters.get(random.nextInt(letters.size())))
                            .collect(Collectors.joining());
            var ranges = ByteRange.of(header, 100);
            if (ranges != null) {
                assertThat(ranges).as(header).allMatch(it -> it.from() >= 0 && it.length() > 0 && it.last() < 100);
            }
        }
    }
}
