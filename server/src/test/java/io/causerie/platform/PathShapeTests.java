package io.causerie.platform;

import static org.assertj.core.api.Assertions.assertThat;

import io.causerie.ApplicationTest;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.server.PathContainer;
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
                    assertThat(shape.fits(path))
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

        assertThat(ours().distinct().filter(it -> PathShape.of(it).fits(door)))
                .containsExactly("/api/v1.0/rooms/{pk:[^.]+}/request-entry/");
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
