package io.causerie.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RequestLogTests {

    /** The same, said in the plainest way. */
    private static final class Plain {

        private final ArrayDeque<Long> times = new ArrayDeque<>();

        long admit(int requests, long period, long now) {
            times.removeIf(it -> it <= now - period);
            if (times.size() >= requests) {
                return times.getFirst() + period - now;
            }
            times.addLast(now);
            return 0;
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void letsThroughWhatTheLastPeriodLeaves(long seed) {
        var random = new Random(seed);
        int requests = 1 + random.nextInt(40);
        var rate = new Rate(requests, Duration.ofSeconds(1));
        var log = new RequestLog();
        var plain = new Plain();
        long now = 1_000_000_000;
        for (int i = 0; i < 5_000; i++) {
            now += random.nextInt(60_000);
            assertThat(log.admit("somebody", rate, now)).isEqualTo(plain.admit(requests, 1_000_000, now));
        }
    }
}
