package io.causerie.platform;

import static org.assertj.core.api.Assertions.assertThat;

import io.causerie.platform.Setting.State;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.ClassPathResource;

class SettingsTests {

    /** Read elsewhere than in {@code application.yaml}: by the check at start, by the logging system, by scripts. */
    private static final Set<String> READ_ELSEWHERE = Set.of("DATABASE_URL", "CAUSERIE_HEAP", "CAUSERIE_SWEEP_AFTER");

    private static final Settings SETTINGS = Settings.read();

    @Test
    void everyVariableOfTheContractIsReadOrExplained() throws IOException {
        var contract = text("contract-settings.txt").lines().filter(it -> !it.startsWith("#"));
        var known = SETTINGS.all().map(Setting::name).collect(Collectors.toSet());
        assertThat(contract).isNotEmpty().allMatch(known::contains);
    }

    @Test
    void noVariableIsToldTwice() {
        assertThat(SETTINGS.all().map(Setting::name)).doesNotHaveDuplicates();
    }

    @Test
    void whatIsCalledReadIsReadAndNothingElse() throws IOException {
        var called = SETTINGS.all()
                .filter(it -> it.state() == State.READ)
                .map(Setting::name)
                .filter(it -> !READ_ELSEWHERE.contains(it))
                .collect(Collectors.toSet());
        assertThat(table().keySet()).containsExactlyInAnyOrderElementsOf(called);
    }

    @Test
    void defaultsAreToldAsTheyAre() throws IOException {
        var table = table();
        var told = SETTINGS.all()
                .filter(it -> !it.fallback().isEmpty() && !it.required())
                .filter(it -> !table.getOrDefault(it.name(), "").isEmpty())
                .collect(Collectors.toMap(Setting::name, Setting::fallback));
        assertThat(told)
                .hasSizeGreaterThan(80)
                .allSatisfy(
                        (name, fallback) -> assertThat(table.get(name)).as(name).isEqualTo(fallback));
        assertThat(SETTINGS.all().filter(it -> it.fallback().isEmpty()).map(Setting::name))
                .allSatisfy(name ->
                        assertThat(table.getOrDefault(name, "")).as(name).isEmpty());
    }

    @Test
    void everyDefaultIsOneOfItsKind() {
        assertThat(SETTINGS.all().filter(it -> !it.required() && !it.fallback().isEmpty()))
                .allMatch(it -> it.kind().reads().test(it.fallback()));
    }

    @Test
    void anAliasStandsForAVariableThereIs() {
        var known = SETTINGS.all().map(Setting::name).collect(Collectors.toSet());
        assertThat(SETTINGS.all().filter(it -> it.state() == State.ALIAS || it.state() == State.WARNED))
                .allMatch(it -> known.contains(it.about()));
    }

    /** {@code make docs} writes the document anew. */
    @Test
    void theDocumentIsUpToDate() throws IOException {
        var file = Path.of("..", "docs", "configuration.md");
        var document = SettingsDocument.write(SETTINGS);
        if (Boolean.getBoolean("causerie.write-docs")) {
            Files.writeString(file, document);
        }
        assertThat(Files.readString(file)).as("run `make docs`").isEqualTo(document);
    }

    /** Names and defaults of {@code application.yaml}; a name that is read twice has the same default twice. */
    private static Map<String, String> table() throws IOException {
        var names = new LinkedHashMap<String, String>();
        for (var line : text("application.yaml").lines().toList()) {
            var place = Pattern.compile("\\$\\{([A-Z][A-Z0-9_]+):?(.*)}").matcher(line);
            while (place.find()) {
                names.merge(place.group(1), plain(place.group(2)), (one, other) -> one.isEmpty() ? other : one);
                nested(place.group(2), names);
            }
        }
        for (var line : text("application-standalone.yaml").lines().toList()) {
            Pattern.compile("\\$\\{([A-Z][A-Z0-9_]+)")
                    .matcher(line)
                    .results()
                    .forEach(it -> names.putIfAbsent(it.group(1), ""));
        }
        return names;
    }

    private static void nested(String text, Map<String, String> names) {
        Pattern.compile("\\$\\{([A-Z][A-Z0-9_]+):([^{}]*)}")
                .matcher(text)
                .results()
                .forEach(it -> names.putIfAbsent(it.group(1), plain(it.group(2))));
    }

    private static String plain(String fallback) {
        return fallback.equals("(unset)") || fallback.contains("${") ? "" : fallback;
    }

    private static String text(String resource) throws IOException {
        return new ClassPathResource(resource).getContentAsString(StandardCharsets.UTF_8);
    }
}
