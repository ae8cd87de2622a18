package io.causerie.platform;

import io.causerie.platform.Setting.State;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.commons.logging.Log;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.logging.DeferredLogFactory;
import org.springframework.core.Ordered;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.EnumerablePropertySource;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;

/**
 * Reads the environment before anything starts: values kept in files ({@code NAME_FILE}) or under another name take their place, and every variable that
 * cannot be read, or is missing in production, is told at once (contract 01, section 22).
 */
class SettingCheck implements EnvironmentPostProcessor, Ordered {

    private static final Set<String> TEST_CLASSES = Set.of("Test", "ContinuousIntegration", "Build");

    private final Log log;

    SettingCheck(DeferredLogFactory logs) {
        this.log = logs.getLog(SettingCheck.class);
    }

    @Override
    public int getOrder() {
        return Ordered.LOWEST_PRECEDENCE;
    }

    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        var settings = Settings.read().all().toList();
        var faults = new ArrayList<String>();
        var values = new HashMap<String, Object>();
        settings.forEach(it -> value(it, environment, values, faults));
        if (!values.isEmpty()) {
            environment.getPropertySources().addBefore(first(environment), new MapPropertySource("files", values));
        }
        settings.forEach(it -> check(it, environment, faults));
        faults.addAll(SettingRules.broken(environment));
        if (!faults.isEmpty()) {
            throw new ConfigurationFaults(faults);
        }
        translate(environment);
        SettingRules.warnings(settings, environment).forEach(log::warn);
    }

    /** From a file, or from the other name it is known by. */
    private static void value(
            Setting setting, ConfigurableEnvironment environment, Map<String, Object> values, List<String> faults) {
        var file = setting.secret() ? environment.getProperty(setting.name() + "_FILE", "") : "";
        if (!file.isEmpty()) {
            try {
                var text = Files.readString(Path.of(file));
                values.put(setting.name(), text.endsWith("\n") ? text.substring(0, text.length() - 1) : text);
            } catch (IOException | RuntimeException e) {
                faults.add(setting.name() + "_FILE names a file that cannot be read.");
            }
        }
        var text = environment.getProperty(setting.name());
        if (setting.state() == State.ALIAS && text != null && !environment.containsProperty(setting.about())) {
            values.put(setting.about(), text);
        }
    }

    private static void check(Setting setting, ConfigurableEnvironment environment, List<String> faults) {
        var text = environment.getProperty(setting.name());
        if (text != null && !setting.kind().reads().test(text)) {
            faults.add(setting.name() + " expects " + setting.kind().expects() + ".");
        }
        if (setting.required() && production(environment) && (text == null || text.isBlank())) {
            faults.add(setting.name() + " is missing: it is required in production (`make run` needs no settings).");
        }
    }

    private static boolean production(ConfigurableEnvironment environment) {
        boolean standalone = Arrays.asList(environment.getActiveProfiles()).contains("standalone");
        boolean command = environment.containsProperty(CommandContext.COMMAND);
        return !standalone
                && !command
                && !TEST_CLASSES.contains(environment.getProperty("DJANGO_CONFIGURATION", "Production"));
    }

    /** What is set in one spelling and read in another. */
    private static void translate(ConfigurableEnvironment environment) {
        var values = new HashMap<String, Object>();
        var database = environment.getProperty("DATABASE_URL", "");
        if (!database.isEmpty()
                && environment.getProperty("CAUSERIE_DATABASE_URL", "").isEmpty()) {
            values.putAll(DatabaseUrl.values(database));
        }
        for (var name : List.of("LOGGING_LEVEL_LOGGERS_ROOT", "LOGGING_LEVEL_LOGGERS_APP")) {
            var level = environment.getProperty(name);
            if (level != null) {
                values.put(name, level(level));
            }
        }
        if (!values.isEmpty()) {
            environment.getPropertySources().addBefore(first(environment), new MapPropertySource("translated", values));
        }
    }

    private static String level(String text) {
        return switch (SettingKind.level(text)) {
            case "CRITICAL", "FATAL" -> "FATAL";
            case "WARNING" -> "WARN";
            case "NOTSET" -> "TRACE";
            case "" -> "INFO";
            default -> SettingKind.level(text);
        };
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
