package io.causerie.platform;

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
            return window.count == 0 ? null : window;
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

    /** The times of one name, in a ring; numbers and no objects, of which thousands of clients would keep hundreds of thousands. */
    private static final class Window {

        private long[] times = new long[4];
        private int first;
        private int count;
        private volatile long end;

        long admit(Rate rate, long now) {
            long period = rate.period().toMillis() * 1000;
            while (count > 0 && times[first] <= now - period) {
                first = (first + 1) % times.length;
                count--;
            }
            if (count >= rate.requests()) {
                return count == 0 ? period : times[first] + period - now;
            }
            add(now);
            end = now + period;
            return 0;
        }

        boolean over(long now) {
            return end <= now;
        }

        private void add(long time) {
            if (count == times.length) {
                var more = new long[2 * count];
                System.arraycopy(times, first, more, 0, count - first);
                System.arraycopy(times, 0, more, count - first, first);
                times = more;
                first = 0;
            }
            times[(first + count) % times.length] = time;
            count++;
        }
    }
}
