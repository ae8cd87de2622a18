package io.causerie.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** So much work at a time. */
class TurnsTests {

    private final AtomicInteger now = new AtomicInteger();
    private final AtomicInteger most = new AtomicInteger();

    @Test
    void areTakenByNoMoreThanThereAre() throws InterruptedException {
        var done = new CountDownLatch(20_000);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor();
                var callers = Executors.newFixedThreadPool(4)) {
            var turns = new Turns(threads, 3);
            for (int caller = 0; caller < 4; caller++) {
                callers.execute(() -> {
                    for (int i = 0; i < 5000; i++) {
                        turns.execute(() -> work(done));
                    }
                });
            }

            assertThat(done.await(1, TimeUnit.MINUTES)).isTrue();
        }
        assertThat(most.get()).isBetween(1, 3);
    }

    @Test
    void areGivenBackByWorkThatFails() throws InterruptedException {
        var done = new CountDownLatch(100);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var turns = new Turns(threads, 2);
            for (int i = 0; i < 100; i++) {
                turns.execute(() -> {
                    done.countDown();
                    throw new IllegalStateException("as expected");
                });
            }

            assertThat(done.await(1, TimeUnit.MINUTES)).isTrue();
        }
    }

    @Test
    void thatAreTakenForLongHoldUpNobodyWhileOthersAreFree() throws InterruptedException {
        var end = new CountDownLatch(1);
        var done = new CountDownLatch(1000);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var turns = new Turns(threads, 3);
            for (int i = 0; i < 2; i++) {
                turns.execute(() -> await(end));
            }
            for (int i = 0; i < 1000; i++) {
                turns.execute(done::countDown);
            }

            assertThat(done.await(1, TimeUnit.MINUTES)).isTrue();
            end.countDown();
        }
    }

    private void work(CountDownLatch done) {
        most.accumulateAndGet(now.incrementAndGet(), Math::max);
        Thread.yield();
        now.decrementAndGet();
        done.countDown();
    }

    private static void await(CountDownLatch end) {
        try {
            end.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
