package io.causerie.telephony;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PhoneNumberTests {

    @ParameterizedTest
    @CsvSource({
        "2025550123,US,US,+1 202-555-0123",
        "03012345678,DE,DE,+49 30 12345678",
        "0123456789,FR,FR,+33 1 23 45 67 89",
        "+33123456789,US,FR,+33 1 23 45 67 89"
    })
    void isWrittenAsTheWorldWritesIt(String text, String region, String country, String international) {
        assertThat(PhoneNumber.of(text, region)).contains(new PhoneNumber(country, international));
    }

    @Test
    void aNumberThatExistsNowhereHasNoCountry() {
        assertThat(PhoneNumber.of("+999123456", "US")).isEmpty();
        assertThat(PhoneNumber.of("+10000000000", "US").orElseThrow().country()).isNull();
    }

    @ParameterizedTest
    @CsvSource(
            value = {"''|US", "0123456789|''", "no number|FR", "0123456789|XX"},
            delimiter = '|')
    void whatCannotBeReadIsNone(String text, String region) {
        assertThat(PhoneNumber.of(text, region)).isEmpty();
    }
}
