package io.causerie.drill;

import java.time.Duration;
import java.util.List;

/**
 * How long it took from the end of egresses until their recordings were settled.
 *
 * @param told of egresses whose end, or whose file, the server was told of
 * @param untold of egresses that ended while that message was lost
 * @param vanished of egresses that died and of which LiveKit knows nothing any more
 */
record Settling(List<Duration> told, List<Duration> untold, List<Duration> vanished) {

    /** What the account says of it; nothing must be so, as outages of everything are in it. */
    String table() {
        return """
                  settled after an egress ended, downs of the server and all else included:
                    its end was told           %s
                    its end was told by nobody %s
                    it vanished                %s
                """.formatted(words(told), words(untold), words(vanished));
    }

    private static String words(List<Duration> times) {
        if (times.isEmpty()) {
            return "none";
        }
        var sorted = times.stream().sorted().toList();
        return "%6.1f s median, %6.1f s slowest of %d"
                .formatted(seconds(sorted.get((sorted.size() - 1) / 2)), seconds(sorted.getLast()), sorted.size());
    }

    private static double seconds(Duration time) {
        return time.toMillis() / 1_000.0;
    }
}
