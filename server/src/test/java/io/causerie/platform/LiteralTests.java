package io.causerie.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LiteralTests {

    @Test
    void readsPythonAndJson() {
        assertThat(Literal.parse("{'a': 1, 'b': True, 'c': None, 'd': 'it\\'s', 'e': [1.5, \"x\",], 'f': {}}")
                        .members())
                .containsEntry("a", 1L)
                .containsEntry("b", true)
                .containsEntry("c", null)
                .containsEntry("d", "it's")
                .containsEntry("e", List.of(1.5, "x"))
                .containsEntry("f", Map.of());
        assertThat(Literal.parse("{\"a\": [true, null]}").members()).containsEntry("a", Arrays.asList(true, null));
        assertThat(Literal.parse("  ").members()).isEmpty();
    }

    @Test
    void keepsTheOrderOfItsMembers() {
        assertThat(Literal.parse("{'z': 1, 'a': 2, 'm': 3}").members().keySet()).containsExactly("z", "a", "m");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"{", "{'a'}", "{'a': }", "[1]", "{'a': 1} x", "{'a': 'b}", "{'a': os}", "}", "'", "{'a': --}"})
    void refusesWhatIsNoDictionary(String text) {
        assertThatThrownBy(() -> Literal.parse(text)).isInstanceOf(IllegalArgumentException.class);
    }
}
