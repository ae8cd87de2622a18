package io.causerie.storage;

import java.lang.management.BufferPoolMXBean;
import java.lang.management.ManagementFactory;

/** What this process holds and cannot give back: reachable objects after full collections, and buffers beside the heap. */
final class Live {

    private static final long SETTLED = 512 << 10;

    private Live() {}

    /** Collects until what is left no longer shrinks, for what was just closed may need a second collection. */
    static long bytes() {
        long least = Long.MAX_VALUE;
        for (int same = 0; same < 2; ) {
            System.gc();
            long now = now();
            same = now < least - SETTLED ? 0 : same + 1;
            least = Math.min(least, now);
        }
        return least;
    }

    private static long now() {
        long beside = ManagementFactory.getPlatformMXBeans(BufferPoolMXBean.class).stream()
                .filter(it -> it.getName().equals("direct"))
                .mapToLong(BufferPoolMXBean::getMemoryUsed)
                .sum();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed() + beside;
    }
}
