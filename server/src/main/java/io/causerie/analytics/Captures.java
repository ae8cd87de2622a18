package io.causerie.analytics;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/** What is still to be told; nobody ever waits for it, and what does not fit is lost (contract 05, section 6.1). */
@Component
class Captures implements DisposableBean {

    private static final int MOST = 10_000;
    private static final int BATCH = 100;
    private static final Duration LAST_WORDS = Duration.ofSeconds(3);

    private final AnalyticsProperties properties;
    private final PostHog postHog;
    private final Clock clock;
    private final BlockingQueue<Capture> waiting = new ArrayBlockingQueue<>(MOST);
    private @Nullable Thread teller;

    Captures(AnalyticsProperties properties, PostHog postHog, Clock clock) {
        this.properties = properties;
        this.postHog = postHog;
        this.clock = clock;
    }

    /** Nothing unless the operator named a service. */
    void add(String event, String distinctId, Map<String, Object> about) {
        if (!properties.on()) {
            return;
        }
        var capture = new Capture(event, distinctId, UUID.randomUUID(), clock.instant(), about);
        if (waiting.offer(capture)) {
            begin();
        } else {
            PostHog.failed(List.of(capture), "too many wait");
        }
    }

    private synchronized void begin() {
        if (teller == null) {
            teller = Thread.ofVirtual().name("analytics").start(this::tell);
        }
    }

    private void tell() {
        var batch = new ArrayList<Capture>();
        try {
            while (true) {
                collect(batch);
                postHog.send(batch);
                batch.clear();
            }
        } catch (InterruptedException e) {
            waiting.drainTo(batch);
            last(batch);
        }
    }

    private void collect(List<Capture> batch) throws InterruptedException {
        batch.add(waiting.take());
        long end = System.nanoTime() + properties.flush().toNanos();
        while (batch.size() < BATCH) {
            var next = waiting.poll(end - System.nanoTime(), TimeUnit.NANOSECONDS);
            if (next == null) {
                return;
            }
            batch.add(next);
        }
    }

    /** What was being sent when the server ended may arrive twice; the service knows it by its id. */
    private void last(List<Capture> batch) {
        try {
            for (int from = 0; from < batch.size(); from += BATCH) {
                postHog.send(batch.subList(from, Math.min(from + BATCH, batch.size())));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void destroy() throws InterruptedException {
        Thread running;
        synchronized (this) {
            running = teller;
        }
        if (running != null) {
            running.interrupt();
            running.join(LAST_WORDS);
        }
    }
}
