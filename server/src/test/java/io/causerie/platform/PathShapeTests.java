package io.causerie.platform;

import static org.assertj.core.api.Assertions.assertThat;

import io.causerie.ApplicationTest;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.server.PathContainer;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.util.pattern.PathPatternParser;

/** No pattern that matches a path is passed over for its shape. */
@ApplicationTest
class PathShapeTests {

    private static final List<String> MORE = List.of(
            "",
            "/",
            "/x",
            "/x/",
            "/x/**",
            "/x/{*rest}",
            "/{a}",
            "/{a}/",
            "/{a:[a-f0-9]{2}}/b",
            "/x*",
            "/?/b",
            "/{a}-{b}/c");

    private static final List<String> HOSTILE = List.of(
            "",
            "/",
            "//",
            "///",
            "x",
            "/api/v1.0/",
            "/api/v1.0//",
            "/api/v1.0/rooms",
            "/api/v1.0/rooms/",
            "/api/v1.0/rooms//",
            "//api/v1.0/rooms/",
            "/api/v1.0/rooms/a//request-entry/",
            "/api/v1.0/rooms/a/request-entry",
            "/api/v1.0/rooms/a/request-entry//",
            "/api/v1.0/rooms/a/request%2Dentry/",
            "/api/v1.0/rooms/a;b/request-entry/",
            "/api/v1.0/rooms/a/request-entry/;c",
            "/api/v1.0/rooms/../rooms/a/",
            "/api/v1.0/rooms/" + "a/".repeat(300),
            "/".repeat(300));

    private static final String[] SEGMENTS = {
        "", "x", "b", "api", "v1.0", "rooms", "0f", "%2F", "a-b", "b;c=d", "recordings", "é", "{a}"
    };

    @Autowired
    ApiMapping mapping;

    @Test
    void fitsWhateverThePatternMatches() {
        var random = new Random(20261122);
        var patterns = Stream.concat(MORE.stream(), ours()).toList();
        int matched = 0;
        for (var pattern : patterns) {
            var shape = PathShape.of(pattern);
            var parsed = PathPatternParser.defaultInstance.parse(pattern);
            for (int i = 0; i < 400; i++) {
                var path = random.nextInt(4) == 0 ? anything(random) : like(pattern, random);
                if (parsed.matches(PathContainer.parsePath(path))) {
                    matched++;
                    assertThat(path.contains("%") || path.contains(";") || fits(shape, path))
                            .as("%s matches %s", pattern, path)
                            .isTrue();
                }
            }
        }
        assertThat(matched).isGreaterThan(patterns.size() * 20);
    }

    @Test
    void tellsMostOfOursFromMostOthers() {
        var door = "/api/v1.0/rooms/0b1ce2f7-6f4d-4e1c-8a2f-0d1e2f3a4b5c/request-entry/";

        assertThat(ours().distinct().filter(it -> fits(PathShape.of(it), door)))
                .containsExactly("/api/v1.0/rooms/{pk:[^.]+}/request-entry/");
    }

    @Test
    void theIndexFindsWhatAskingEveryPatternFinds() {
        RequestMappingHandlerMapping all = mapping;
        var infos = List.copyOf(all.getHandlerMethods().keySet());
        var random = new Random(20261123);
        var paths = new ArrayList<>(HOSTILE);
        ours().forEach(pattern -> {
            for (int i = 0; i < 20; i++) {
                paths.add(random.nextInt(8) == 0 ? anything(random) : like(pattern, random));
            }
        });
        int found = 0;
        for (var path : paths) {
            var parsed = PathContainer.parsePath(path);
            var matching = infos.stream().filter(info -> matches(info, parsed)).toList();
            var candidates = mapping.candidates(path).stream()
                    .map(PathIndex.Mapped::info)
                    .toList();
            assertThat(candidates).as(path).doesNotHaveDuplicates().containsAll(matching);
            found += matching.size();
        }
        assertThat(found).isGreaterThan(infos.size() * 5);
    }

    @Test
    void theIndexOffersHardlyAnythingElse() {
        assertThat(mapping.candidates("/api/v1.0/rooms/0b1ce2f7-6f4d-4e1c-8a2f-0d1e2f3a4b5c/request-entry/"))
                .hasSize(1);
        assertThat(mapping.candidates("/api/v1.0/rooms/0b1ce2f7-6f4d-4e1c-8a2f-0d1e2f3a4b5c/nothing-of-ours/"))
                .hasSizeLessThan(4);
    }

    private static boolean matches(RequestMappingInfo info, PathContainer path) {
        return Objects.requireNonNull(info.getPathPatternsCondition()).getPatterns().stream()
                .anyMatch(it -> it.matches(path));
    }

    private static boolean fits(PathShape shape, String path) {
        return shape.fits(path, PathShape.segments(path));
    }

    private Stream<String> ours() {
        RequestMappingHandlerMapping all = mapping;
        return all.getHandlerMethods().keySet().stream().flatMap(it -> it.getPatternValues().stream());
    }

    private static String like(String pattern, Random random) {
        var path = pattern.replaceAll(
                        "\\{[^/]*}", random.nextBoolean() ? "0f" : SEGMENTS[random.nextInt(SEGMENTS.length)])
                .replace("**", random.nextBoolean() ? "x/b" : "")
                .replace("*", "x")
                .replace("?", "é");
        return random.nextInt(3) == 0
                ? path + "/"
                : random.nextInt(3) == 0 && path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
    }

    private static String anything(Random random) {
        var path = new StringBuilder();
        for (int i = random.nextInt(6); i >= 0; i--) {
            path.append('/').append(SEGMENTS[random.nextInt(SEGMENTS.length)]);
        }
        return path.toString();
    }
}
