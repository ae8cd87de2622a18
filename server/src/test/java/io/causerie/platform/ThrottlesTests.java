package io.causerie.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.causerie.RedisServer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Contract 01, section 14. */
class ThrottlesTests {

    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-11-22T10:00:00Z"));
    private final Clock clock = ((InstantSource) now::get).withZone(ZoneOffset.UTC);
    private final String name = UUID.randomUUID().toString();

    @ParameterizedTest
    @CsvSource({"30/minute,30,60", "5/s,5,1", "7/hours,7,3600", "1/d,1,86400", "0/m,0,60", " 2 / m ,2,60"})
    void onlyTheFirstLetterOfThePeriodCounts(String text, int requests, int seconds) {
        assertThat(Rate.of(text)).contains(new Rate(requests, Duration.ofSeconds(seconds)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "many", "30", "30/", "/m", "30/x", "-1/m", "99999999999/m"})
    void everythingElseIsNoRate(String text) {
        assertThat(Rate.of(text)).isEmpty();
    }

    @Test
    void theWindowSlidesAndRefusalsAreNotCounted() {
        var throttles = throttles("2/minute", "");
        throttles.admit(ThrottleScope.CONNECTION_TEST, name);
        pass(40_500);
        throttles.admit(ThrottleScope.CONNECTION_TEST, name);
        refused(throttles, 20);
        refused(throttles, 20);
        pass(19_500);
        throttles.admit(ThrottleScope.CONNECTION_TEST, name);
        refused(throttles, 41);
    }

    @Test
    void eachScopeAndEachNameHasItsOwn() {
        var throttles = throttles("1/minute", "");
        throttles.admit(ThrottleScope.CONNECTION_TEST, name);
        throttles.admit(ThrottleScope.CONNECTION_TEST, "another");
        throttles.admit(ThrottleScope.REQUEST_ENTRY, name);
        refused(throttles, 60);
    }

    @Test
    void everyBucketCountsEvenWhenTheFirstRefuses() {
        var throttles = throttles("1/minute", "");
        throttles.admit(ThrottleScope.CONNECTION_TEST, "first");
        assertThatThrownBy(() -> throttles.admit(List.of(
                        new Throttles.Bucket(ThrottleScope.CONNECTION_TEST, "first"),
                        new Throttles.Bucket(ThrottleScope.CONNECTION_TEST, "second"))))
                .isInstanceOf(ApiException.Throttled.class);
        assertThatThrownBy(() -> throttles.admit(ThrottleScope.CONNECTION_TEST, "second"))
                .isInstanceOf(ApiException.Throttled.class);
    }

    @Test
    void aRateOfNoneLetsNobodyThrough() {
        refused(throttles("0/minute", ""), 60);
    }

    @Test
    void aFloodOfNamesDoesNotFillTheMemory() {
        var log = new RequestLog();
        var rate = new Rate(3, Duration.ofMinutes(1));
        for (int i = 0; i < RequestLog.MOST + 5_000; i++) {
            log.admit("name " + i, rate, i);
        }
        assertThat(log.size()).isLessThanOrEqualTo(RequestLog.MOST);
        log.admit("later", rate, Duration.ofMinutes(10).toMillis() * 1000);
        assertThat(log.size()).isLessThanOrEqualTo(RequestLog.MOST);
    }

    @Test
    void manyAtOnceAreCountedOneByOne() throws Exception {
        assertThat(admittedOf(60, throttles("10/minute", ""))).isEqualTo(10);
    }

    @Test
    void replicasCountTogetherInRedis() throws Exception {
        try (var redis = new RedisServer().start()) {
            var one = throttles("10/minute", redis.url());
            var other = throttles("10/minute", redis.url());
            one.admit(ThrottleScope.CONNECTION_TEST, name);
            assertThat(admittedOf(60, other)).isEqualTo(9);
            assertThatThrownBy(() -> one.admit(ThrottleScope.CONNECTION_TEST, name))
                    .isInstanceOfSatisfying(
                            ApiException.Throttled.class,
                            it -> assertThat(it.seconds).isBetween(50, 60));
        }
    }

    @Test
    void whileRedisIsDownEachReplicaCountsForItself() {
        var redis = new RedisServer().start();
        var throttles = throttles("2/minute", redis.url());
        throttles.admit(ThrottleScope.CONNECTION_TEST, name);
        redis.kill();
        assertThatCode(() -> {
                    throttles.admit(ThrottleScope.CONNECTION_TEST, name);
                    throttles.admit(ThrottleScope.CONNECTION_TEST, name);
                })
                .doesNotThrowAnyException();
        assertThatThrownBy(() -> throttles.admit(ThrottleScope.CONNECTION_TEST, name))
                .isInstanceOf(ApiException.Throttled.class);
    }

    private int admittedOf(int requests, Throttles throttles) throws InterruptedException {
        var admitted = new AtomicInteger();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < requests; i++) {
                threads.submit(() -> {
                    throttles.admit(ThrottleScope.CONNECTION_TEST, name);
                    return admitted.incrementAndGet();
                });
            }
        }
        return admitted.get();
    }

    private void refused(Throttles throttles, int seconds) {
        assertThatThrownBy(() -> throttles.admit(ThrottleScope.CONNECTION_TEST, name))
                .isInstanceOfSatisfying(
                        ApiException.Throttled.class,
                        it -> assertThat(it.seconds).isEqualTo(seconds));
    }

    private void pass(long millis) {
        now.updateAndGet(it -> it.plusMillis(millis));
    }

    private Throttles throttles(String rate, String redis) {
        return new Throttles(
                new ThrottleProperties(rate, rate, rate, rate, rate, "30/hour", rate, rate, "lobby"),
                new Redis(new RedisProperties(new Secret(redis))),
                clock);
    }
}
