package io.causerie.platform;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/** All environment variables, from {@code settings.txt}: the one source of the check at start and of {@code docs/configuration.md}. */
final class Settings {

    private final LinkedHashMap<String, List<Setting>> chapters = new LinkedHashMap<>();

    private Settings() {}

    static Settings read() {
        var settings = new Settings();
        try (var file = Objects.requireNonNull(Settings.class.getResourceAsStream("settings.txt"))) {
            new String(file.readAllBytes(), StandardCharsets.UTF_8).lines().forEach(settings::add);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return settings;
    }

    /** By title, in the order of the file. */
    Map<String, List<Setting>> chapters() {
        return chapters;
    }

    Stream<Setting> all() {
        return chapters.values().stream().flatMap(List::stream);
    }

    private void add(String line) {
        if (line.startsWith("== ")) {
            chapters.put(line.substring(3), new ArrayList<>());
        } else if (!line.isEmpty() && !line.startsWith("#")) {
            chapters.lastEntry().getValue().add(Setting.of(line));
        }
    }
}
