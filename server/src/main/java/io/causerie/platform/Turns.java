package io.causerie.platform;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;

/** So much work at a time; the rest waits, in order, without a thread: whoever has done one piece takes the next. */
final class Turns implements Executor {

    private final Executor threads;
    private final int most;
    private final AtomicInteger taken = new AtomicInteger();
    private final Queue<Runnable> waiting = new ConcurrentLinkedQueue<>();

    Turns(Executor threads, int most) {
        this.threads = threads;
        this.most = most;
    }

    @Override
    public void execute(Runnable work) {
        waiting.add(work);
        admit();
    }

    private void admit() {
        if (!waiting.isEmpty() && taken.getAndUpdate(it -> Math.min(it + 1, most)) < most) {
            threads.execute(this::work);
        }
    }

    private void work() {
        try {
            for (var next = waiting.poll(); next != null; next = waiting.poll()) {
                next.run();
            }
        } finally {
            taken.decrementAndGet();
            // somebody may have come after the last look, when there was no turn to take yet
            admit();
        }
    }
}
