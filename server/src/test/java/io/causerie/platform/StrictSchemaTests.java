package io.causerie.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

class StrictSchemaTests {

    private static final JsonMapper JSON = JsonMapper.shared();

    private final StrictSchema schema = StrictSchema.of("RoomConfiguration")
            .words("sources", List.of("a", "b", "c"))
            .truth("mute");

    @Test
    void tellsAnUnknownMemberWordForWord() {
        assertThat(faults("{\"foo\":1}"))
                .isEqualTo(
                        "[{\"type\":\"extra_forbidden\",\"loc\":[\"foo\"],\"msg\":\"Extra inputs are not permitted\","
                                + "\"input\":\"1\",\"url\":\"https://errors.pydantic.dev/2.13/v/extra_forbidden\"}]");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "true | \"True\"",
                "null | \"None\"",
                "1.5 | \"1.5\"",
                "\"é\" | \"é\"",
                "[1,[true]] | [\"1\",[\"True\"]]",
                "{\"x\":2} | {\"x\":\"2\"}"
            })
    void writesEveryScalarAsText(String sent, String told) {
        assertThat(faults("{\"foo\":" + sent + "}")).contains("\"input\":" + told + ",");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"sources\":null,\"mute\":null}",
                "{\"sources\":[]}",
                "{\"sources\":[\"a\",\"a\",\"c\"],\"mute\":true}",
                "{\"mute\":0}",
                "{\"mute\":1.0}",
                "{\"mute\":\"oFF\"}"
            })
    void letsRightValuesPass(String value) {
        assertThat(schema.faults(JSON.readTree(value))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "[] | model_type",
                "\"x\" | model_type",
                "{\"sources\":\"a\"} | list_type",
                "{\"sources\":[\"a\",\"A\"]} | literal_error",
                "{\"sources\":[1]} | literal_error",
                "{\"mute\":\"test\"} | bool_parsing",
                "{\"mute\":2} | bool_parsing",
                "{\"mute\":[]} | bool_type",
                "{\"mute\":{}} | bool_type"
            })
    void namesTheFault(String value, String type) {
        assertThat(schema.faults(JSON.readTree(value)))
                .singleElement()
                .satisfies(it -> assertThat(it).containsEntry("type", type));
    }

    @Test
    void listsFaultsInTheOrderOfTheSchemaUnknownMembersLast() {
        assertThat(schema.faults(JSON.readTree("{\"z\":1,\"mute\":\"x\",\"sources\":[\"a\",\"z\"],\"y\":1}")))
                .extracting(it -> it.get("loc"))
                .containsExactly(List.of("sources", "1"), List.of("mute"), List.of("z"), List.of("y"));
        assertThat(faults("{\"sources\":[\"z\"]}")).contains("\"msg\":\"Input should be 'a', 'b' or 'c'\"");
    }

    private String faults(String value) {
        return JSON.writeValueAsString(schema.faults(JSON.readTree(value)));
    }
}
