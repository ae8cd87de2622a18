package io.causerie.storage;

import static org.assertj.core.api.Assertions.assertThat;

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
        assertThat(ByteRange.of(header, 100)).isEqualTo(new ByteRange(from, length));
    }

    @ParameterizedTest
    @ValueSource(strings = {"bytes=100-", "bytes=100-200", "bytes=-0"})
    void isEmptyBeyondTheEnd(String header) {
        assertThat(ByteRange.of(header, 100).isEmpty()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"bytes=-", "bytes=5-4", "bytes=0-1,5-6", "lines=0-1", "bytes=a-b", "bytes=99999999999999999999-"
            })
    void isIgnoredWhenItIsNoSingleRangeOfBytes(String header) {
        assertThat(ByteRange.of(header, 100)).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"bytes=0-0", "bytes=0-", "bytes=-1"})
    void isEmptyInAnEmptyObject(String header) {
        assertThat(ByteRange.of(header, 0).isEmpty()).isTrue();
    }
}
