package io.causerie.platform;

import java.util.ArrayDeque;
import java.util.concurrent.ConcurrentHashMap;

/** When requests were let through, in this process. Forgets what is over, and has an end: a flood of names cannot fill the memory. */
final class RequestLog {

    static final int MOST = 50_000;

    private final ConcurrentHashMap<String, Window> windows = new ConcurrentHashMap<>();

    /** Lets the request through and remembers it; or answers the microseconds until one more would be. */
    long admit(String key, Rate rate, long now) {
        if (windows.size() >= MOST) {
            shrink(now);
        }
        var wait = new long[1];
        windows.compute(key, (name, known) -> {
            var window = known == null ? new Window() : known;
            wait[0] = window.admit(rate, now);
            return window.times.isEmpty() ? null : window;
        });
        return wait[0];
    }

    int size() {
        return windows.size();
    }

    /** Those that are over, and if all are current some of them. */
    private void shrink(long now) {
        windows.values().removeIf(it -> it.over(now));
        var names = windows.keySet().iterator();
        while (windows.size() >= MOST && names.hasNext()) {
            names.next();
            names.remove();
        }
    }

    private static final class Window {

        private final ArrayDeque<Long> times = new ArrayDeque<>();
        private volatile long end;

        long admit(Rate rate, long now) {
            long period = rate.period().toMillis() * 1000;
            while (!times.isEmpty() && times.getFirst() <= now - period) {
                times.removeFirst();
            }
            if (times.size() >= rate.requests()) {
                return times.isEmpty() ? period : times.getFirst() + period - now;
            }
            times.addLast(now);
            end = now + period;
            return 0;
        }

        boolean over(long now) {
            return end <= now;
        }
    }
}
