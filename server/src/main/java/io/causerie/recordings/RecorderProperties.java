package io.causerie.recordings;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of the browser recorder.
 *
 * @param chromium the browser to start, by path or by name; empty: {@code chromium}, {@code chromium-browser}, {@code google-chrome} or
 *     {@code google-chrome-stable}, whichever PATH has
 * @param max how many recordings this server makes at the same time
 * @param url where the browser finds this server; empty: its own port on the loopback interface
 * @param livekitUrl where the browser finds LiveKit; empty: where this server does
 * @param emptyTimeout how long a room may be empty before its recording ends
 * @param startTimeout how long the recorder page may take to ask what to do, once the browser has opened it
 * @param silence how long the recorder may be silent before its recording ends
 * @param lease how long a server may be silent before another one ends its recordings
 */
@ConfigurationProperties("causerie.recorder")
record RecorderProperties(
        @DefaultValue("") String chromium,
        @DefaultValue("2") int max,
        @DefaultValue("") String url,
        @DefaultValue("") String livekitUrl,
        @DefaultValue("60s") Duration emptyTimeout,
        @DefaultValue("15s") Duration startTimeout,
        @DefaultValue("20s") Duration silence,
        @DefaultValue("10s") Duration lease) {

    private static final List<String> NAMES =
            List.of("chromium", "chromium-browser", "google-chrome", "google-chrome-stable");

    /** The browser, if there is one. */
    Optional<Path> browser() {
        return browser(System.getenv("PATH"));
    }

    Optional<Path> browser(@Nullable String path) {
        if (chromium.contains("/")) {
            return Optional.of(Path.of(chromium)).filter(Files::isExecutable);
        }
        var folders = Arrays.asList(Objects.requireNonNullElse(path, "").split(":"));
        var names = chromium.isEmpty() ? NAMES : List.of(chromium);
        Stream<Path> candidates = names.stream()
                .flatMap(name -> folders.stream().filter(it -> !it.isEmpty()).map(it -> Path.of(it, name)));
        return candidates.filter(Files::isExecutable).findFirst();
    }
}
