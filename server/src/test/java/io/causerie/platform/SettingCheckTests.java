package io.causerie.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.SpringApplication;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.io.ClassPathResource;

class SettingCheckTests {

    @Test
    void tellsEveryFaultAtOnceWithoutAnyValue() {
        assertThatThrownBy(() -> check(Map.of(
                        "RECORDING_ENABLE", "maybe",
                        "DB_PORT", "99999999",
                        "FRONTEND_SUPPORT", "{oops",
                        "RESOURCE_DEFAULT_ACCESS_LEVEL", "secretive",
                        "CONNECTION_TEST_ROOM_PREFIX", " ",
                        "LIVEKIT_API_SECRET_FILE", "/nowhere/at/all")))
                .isInstanceOf(ConfigurationFaults.class)
                .hasMessageContainingAll(
                        "RECORDING_ENABLE expects yes, y, true, 1 or no",
                        "DB_PORT expects a port",
                        "FRONTEND_SUPPORT expects a dictionary",
                        "RESOURCE_DEFAULT_ACCESS_LEVEL expects public, trusted or restricted",
                        "CONNECTION_TEST_ROOM_PREFIX",
                        "LIVEKIT_API_SECRET_FILE names a file that cannot be read",
                        "DJANGO_SECRET_KEY is missing",
                        "OIDC_OP_TOKEN_ENDPOINT is missing")
                .message()
                .doesNotContain("maybe", "oops", "secretive", "/nowhere");
    }

    @Test
    void asksForNothingInTests() {
        assertThat(check(Map.of("DJANGO_CONFIGURATION", "Test")).getProperty("LIVEKIT_API_KEY"))
                .isNull();
    }

    @Test
    void aFileWinsOverTheVariableAndLosesOneNewline(@TempDir Path folder) throws IOException {
        var file = Files.writeString(folder.resolve("secret"), "from the file\n");
        var environment = check(Map.of(
                "DJANGO_CONFIGURATION", "Test",
                "LIVEKIT_API_SECRET", "from the variable",
                "LIVEKIT_API_SECRET_FILE", file.toString()));
        assertThat(environment.getProperty("LIVEKIT_API_SECRET")).isEqualTo("from the file");
    }

    @Test
    void everyKnownKindBelongsToAVariableThatIsRead() throws IOException {
        var table = new ClassPathResource("application.yaml").getContentAsString(StandardCharsets.UTF_8);
        var read = Pattern.compile("\\$\\{([A-Z][A-Z0-9_]+)")
                .matcher(table)
                .results()
                .map(it -> it.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(read).contains("RECORDING_ENABLE", "DJANGO_SECRET_KEY");
        assertThat(read.stream().filter(it -> it.endsWith("_ENABLED") || it.endsWith("_ENABLE")))
                .allMatch(Settings.KINDS::containsKey);
    }

    private static StandardEnvironment check(Map<String, Object> variables) {
        var environment = new StandardEnvironment();
        environment.getPropertySources().addFirst(new MapPropertySource("test", variables));
        new SettingCheck().postProcessEnvironment(environment, new SpringApplication());
        return environment;
    }
}
