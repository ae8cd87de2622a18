package io.causerie.rooms;

import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Rooms that are asked for again and again, read once a second each however many ask. What this server changes is known at once; what another replica changes,
 * after a second.
 */
@Component
public class KnownRooms {

    private static final long FRESH_NANOS = 1_000_000_000L;
    private static final int MOST = 10_000;

    private final RoomRepository repository;
    private final ConcurrentHashMap<String, Reading> readings = new ConcurrentHashMap<>();

    KnownRooms(RoomRepository repository) {
        this.repository = repository;
    }

    /** By what a path holds: an id in any spelling, else a slug. */
    public Optional<KnownRoom> find(String idOrSlug) {
        long now = System.nanoTime();
        var known = readings.get(idOrSlug);
        var reading = known != null && known.fresh(now) ? known : begin(idOrSlug, now);
        var room = reading.room();
        if (room.isEmpty()) {
            readings.remove(idOrSlug, reading);
        }
        return room;
    }

    @EventListener
    void on(RoomChanged event) {
        forgetOnceCommitted();
    }

    @EventListener
    void on(RoomDeleted event) {
        forgetOnceCommitted();
    }

    @EventListener
    void on(RoleChanged event) {
        forgetOnceCommitted();
    }

    /** A room is another than before: whoever asks from then on learns it. */
    void forgetOnceCommitted() {
        if (!TransactionSynchronizationManager.isSynchronizationActive()) {
            readings.clear();
            return;
        }
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                readings.clear();
            }
        });
    }

    private Reading begin(String idOrSlug, long now) {
        if (readings.size() >= MOST) {
            readings.values().removeIf(it -> !it.fresh(now));
        }
        if (readings.size() >= MOST) {
            readings.clear();
        }
        return readings.compute(
                idOrSlug, (key, it) -> it != null && it.fresh(now) ? it : new Reading(RoomKey.of(key), now));
    }

    /** One look into the database, for all who ask meanwhile and for a second after. */
    private final class Reading {

        private final RoomKey key;
        private final long begun;
        private volatile @Nullable Optional<KnownRoom> room;

        Reading(RoomKey key, long begun) {
            this.key = key;
            this.begun = begun;
        }

        /** A look under way counts: on a busy database a second one would only make both slower. */
        boolean fresh(long now) {
            return room == null || now - begun < FRESH_NANOS;
        }

        Optional<KnownRoom> room() {
            var read = room;
            return read == null ? look() : read;
        }

        private synchronized Optional<KnownRoom> look() {
            var read = room;
            if (read == null) {
                read = repository.known(key);
                room = read;
            }
            return read;
        }
    }
}
