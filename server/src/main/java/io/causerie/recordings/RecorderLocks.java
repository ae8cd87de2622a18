package io.causerie.recordings;

import java.util.UUID;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** One at a time for each recording: a chunk, or the end. */
@Component
class RecorderLocks {

    private final Lock[] locks = Stream.generate(ReentrantLock::new).limit(64).toArray(Lock[]::new);

    <T> T hold(UUID recording, Supplier<T> work) {
        var lock = locks[Math.floorMod(recording.hashCode(), locks.length)];
        lock.lock();
        try {
            return work.get();
        } finally {
            lock.unlock();
        }
    }
}
