package io.causerie.rooms;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SlugsTests {

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '"',
            value = {
                "Réunion d'équipe, reunion-dequipe",
                "foo_bar, foo_bar",
                "ßtraße, trae",
                "Œuvre, uvre",
                "½ Ⅳ, 12-iv",
                "日本語, \"\"",
                "ﬁne ①, fine-1",
                "a__b--c, a__b-c",
                "_a_-, a",
                "A/B.c:d, abcd",
                "ßœæø, \"\"",
                "!!!, \"\"",
                "\"   \", \"\"",
                "\"a\tb \u00a0 c\", a-b-c",
                "REUNION-DEQUIPE, reunion-dequipe"
            })
    void areThoseOfTheContract(String name, String slug) {
        assertThat(Slugs.of(name)).isEqualTo(slug);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "5d0d0a0e-3f5d-4f0f-9d3f-2d1f0c9b8a77",
                "5D0D0A0E3F5D4F0F9D3F2D1F0C9B8A77",
                "5-d0d0a0e3f5d4f0f9d3f2d1f0c9b8a7-7",
                "{5d0d0a0e-3f5d-4f0f-9d3f-2d1f0c9b8a77}",
                "urn:uuid:5d0d0a0e-3f5d-4f0f-9d3f-2d1f0c9b8a77"
            })
    void readIdsInAnySpelling(String text) {
        assertThat(Slugs.id(text)).contains(UUID.fromString("5d0d0a0e-3f5d-4f0f-9d3f-2d1f0c9b8a77"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "reunion", "5d0d0a0e-3f5d-4f0f-9d3f-2d1f0c9b8a7", "5d0d0a0e-3f5d-4f0f-9d3f-2d1f0c9b8a77!"})
    void takeNothingElseForAnId(String text) {
        assertThat(Slugs.id(text)).isEmpty();
    }
}
