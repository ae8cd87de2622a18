package io.causerie.platform;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.core.Ordered;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.EnumerablePropertySource;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;

/**
 * Reads the environment before anything starts: values kept in files ({@code NAME_FILE}) take their place, and every variable that cannot be read, or is
 * missing in production, is told at once (contract 01, section 22).
 */
class SettingCheck implements EnvironmentPostProcessor, Ordered {

    private static final Set<String> TEST_CLASSES = Set.of("Test", "ContinuousIntegration", "Build");
    private static final List<String> REQUIRED = List.of(
            "DJANGO_SECRET_KEY",
            "LIVEKIT_API_KEY",
            "LIVEKIT_API_SECRET",
            "OIDC_OP_AUTHORIZATION_ENDPOINT",
            "OIDC_OP_TOKEN_ENDPOINT",
            "OIDC_OP_USER_ENDPOINT",
            "OIDC_OP_JWKS_ENDPOINT");

    @Override
    public int getOrder() {
        return Ordered.LOWEST_PRECEDENCE;
    }

    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        var faults = new ArrayList<String>();
        filesIntoValues(environment, faults);
        Settings.KINDS.forEach((name, kind) -> {
            var text = environment.getProperty(name);
            if (text != null && !kind.reads(text)) {
                faults.add(name + " expects " + kind.expects() + ".");
            }
        });
        faults.addAll(missing(environment));
        if (!faults.isEmpty()) {
            throw new ConfigurationFaults(faults);
        }
    }

    private static List<String> missing(ConfigurableEnvironment environment) {
        boolean standalone = Arrays.asList(environment.getActiveProfiles()).contains("standalone");
        boolean command = environment.containsProperty(CommandContext.COMMAND);
        if (standalone
                || command
                || TEST_CLASSES.contains(environment.getProperty("DJANGO_CONFIGURATION", "Production"))) {
            return List.of();
        }
        return REQUIRED.stream()
                .filter(name -> environment.getProperty(name, "").isBlank())
                .map(name -> name + " is missing: it is required in production (`make run` needs no settings).")
                .toList();
    }

    private static void filesIntoValues(ConfigurableEnvironment environment, List<String> faults) {
        Map<String, Object> values = new LinkedHashMap<>();
        for (var name : Settings.SECRETS) {
            var file = environment.getProperty(name + "_FILE");
            if (file != null && !file.isEmpty()) {
                try {
                    var text = Files.readString(Path.of(file));
                    values.put(name, text.endsWith("\n") ? text.substring(0, text.length() - 1) : text);
                } catch (IOException | RuntimeException e) {
                    faults.add(name + "_FILE names a file that cannot be read.");
                }
            }
        }
        if (!values.isEmpty()) {
            environment.getPropertySources().addBefore(first(environment), new MapPropertySource("files", values));
        }
    }

    private static String first(ConfigurableEnvironment environment) {
        for (var source : environment.getPropertySources()) {
            if (source instanceof EnumerablePropertySource) {
                return source.getName();
            }
        }
        return StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME;
    }
}
