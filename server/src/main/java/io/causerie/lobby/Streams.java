package io.causerie.lobby;

import io.causerie.platform.ApiException;
import io.causerie.platform.Connections;
import io.causerie.platform.Words;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** The open streams of this server, so that those who listen hear at once what happens here, and that none holds the server up when it ends. */
@Component
class Streams {

    /** About one subject: somebody with more than that many windows open. */
    private static final int MOST_EACH = 50;

    private final ConcurrentHashMap<UUID, Set<Listener>> listeners = new ConcurrentHashMap<>();
    private final AtomicInteger open = new AtomicInteger();
    private final int most;
    private volatile boolean closing;

    /** Half of all answers at a time may be streams: whoever gets none asks every second instead. */
    Streams(Connections connections) {
        this.most = connections.answersAtATime() / 2;
    }

    /** Somebody who wants to hear of a room, or of one visitor. */
    final class Listener implements AutoCloseable {

        private final UUID subject;
        private final Semaphore rings = new Semaphore(0);

        private Listener(UUID subject) {
            this.subject = subject;
        }

        /** Waits until something may have happened, or that time has passed; false when the stream is to end. */
        boolean await(long millis) throws InterruptedException {
            if (rings.tryAcquire(millis, TimeUnit.MILLISECONDS)) {
                rings.drainPermits();
            }
            return !closing;
        }

        @Override
        public void close() {
            open.decrementAndGet();
            listeners.computeIfPresent(subject, (id, all) -> {
                all.remove(this);
                return all.isEmpty() ? null : all;
            });
        }
    }

    /** Throws the 503 of a server that has too many. */
    Listener listen(UUID subject) {
        var listener = new Listener(subject);
        var all = listeners.compute(subject, (id, known) -> {
            var set = known == null ? ConcurrentHashMap.<Listener>newKeySet() : known;
            set.add(listener);
            return set;
        });
        if (open.incrementAndGet() > most || all.size() > MOST_EACH || closing) {
            listener.close();
            throw new ApiException.Refused(503, Words.UNAVAILABLE.say());
        }
        return listener;
    }

    /** Something happened at the room, or to the visitor. */
    void ring(UUID subject) {
        var all = listeners.get(subject);
        if (all != null) {
            all.forEach(it -> it.rings.release());
        }
    }

    /** Before the web server waits for requests to end: these would not. */
    @EventListener(ContextClosedEvent.class)
    void end() {
        closing = true;
        listeners.values().forEach(all -> all.forEach(it -> it.rings.release()));
    }
}
