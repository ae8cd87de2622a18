package io.causerie.platform;

import static org.awaitility.Awaitility.await;

import io.causerie.ApplicationTest;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.scheduling.TaskScheduler;

@ApplicationTest
class SchedulesTests {

    @Autowired
    TaskScheduler scheduler;

    /** As it was: one thread for all that recurs after a delay. */
    @Test
    void workThatTakesLongHoldsNoOtherUp() throws InterruptedException {
        var started = new CountDownLatch(1);
        var released = new CountDownLatch(1);
        var turns = new AtomicInteger();
        var slow = scheduler.scheduleWithFixedDelay(
                () -> {
                    started.countDown();
                    uninterrupted(released);
                },
                Duration.ofHours(1));
        started.await();
        var quick = scheduler.scheduleWithFixedDelay(turns::incrementAndGet, Duration.ofMillis(1));
        try {
            await().atMost(Duration.ofSeconds(30)).until(() -> turns.get() > 3);
        } finally {
            released.countDown();
            slow.cancel(true);
            quick.cancel(true);
        }
    }

    private static void uninterrupted(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
