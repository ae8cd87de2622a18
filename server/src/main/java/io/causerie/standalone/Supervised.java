package io.causerie.standalone;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A program beside us that is started again when it dies, each time later, until it has lived for a while. */
final class Supervised {

    private static final Logger LOG = LoggerFactory.getLogger(Supervised.class);
    private static final Duration FIRST_PAUSE = Duration.ofMillis(250);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);
    private static final Duration SETTLED = Duration.ofMinutes(1);
    private static final Executor THREADS = task -> Thread.ofVirtual().start(task);

    private final String name;
    private final Starter starter;
    private ProcessHandle process;
    private long since = System.nanoTime();
    private Duration pause = FIRST_PAUSE;
    private boolean released;

    /** How the program is started. */
    interface Starter {
        ProcessHandle start() throws IOException;
    }

    Supervised(String name, ProcessHandle process, Starter starter) {
        this.name = name;
        this.process = process;
        this.starter = starter;
        watch(process);
    }

    synchronized ProcessHandle process() {
        return process;
    }

    /** Lets the program be: it will not be started again. */
    synchronized ProcessHandle release() {
        released = true;
        return process;
    }

    private void watch(ProcessHandle watched) {
        watched.onExit().thenRunAsync(this::died, THREADS);
    }

    private synchronized void died() {
        if (released) {
            return;
        }
        if (System.nanoTime() - since > SETTLED.toNanos()) {
            pause = FIRST_PAUSE;
        }
        LOG.warn("{} has ended; starting it again in {} ms", name, pause.toMillis());
        CompletableFuture.delayedExecutor(pause.toMillis(), TimeUnit.MILLISECONDS, THREADS)
                .execute(this::startAgain);
        pause = pause.multipliedBy(2).compareTo(LONGEST_PAUSE) < 0 ? pause.multipliedBy(2) : LONGEST_PAUSE;
    }

    private synchronized void startAgain() {
        if (released) {
            return;
        }
        since = System.nanoTime();
        try {
            process = starter.start();
            LOG.info("{} is started again", name);
            watch(process);
        } catch (IOException | RuntimeException e) {
            LOG.error("{} cannot be started: {}", name, e.getMessage());
            died();
        }
    }
}
