package io.causerie.lobby;

import io.causerie.platform.ApiException;
import io.causerie.platform.Words;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** The lobby of a server that stands alone: in its memory, of which it takes only so much. */
@Component
class LocalWaitingRooms implements WaitingRooms {

    /** In characters of names: somebody who floods the lobby with long ones must not fill the memory. */
    static final long MOST = 32_000_000;

    /** What an entry takes beside its name. */
    private static final int EACH = 300;

    private final LobbyProperties properties;
    private final Clock clock;
    private final ConcurrentHashMap<UUID, Present> rooms = new ConcurrentHashMap<>();
    private final AtomicLong weight = new AtomicLong();

    LocalWaitingRooms(LobbyProperties properties, Clock clock) {
        this.properties = properties;
        this.clock = clock;
    }

    /** An entry and its end, changed in place: everybody who waits asks every second, and what is made anew each time keeps the collector busy. */
    private static final class Kept {

        private Entry entry;
        private long until;

        Kept(Entry entry, long until) {
            this.entry = entry;
            this.until = until;
        }

        Entry entry() {
            return entry;
        }

        long weight() {
            return EACH + entry.visitor().username().length();
        }
    }

    /** Who is at one room; the list of those who wait is the same one for as long as the same people do. */
    private static final class Present {

        private final Map<UUID, Kept> byVisitor = new HashMap<>();
        /** Null after any change. */
        private @Nullable List<Entry> waiting;
        /** No entry ends before. */
        private long soonest = Long.MAX_VALUE;

        List<Entry> waiting() {
            if (waiting == null) {
                waiting = byVisitor.values().stream()
                        .map(Kept::entry)
                        .filter(it -> it.status() == EntryStatus.WAITING)
                        .toList();
            }
            return waiting;
        }

        void changed() {
            waiting = null;
        }

        void endsAt(long until) {
            soonest = Math.min(soonest, until);
        }
    }

    @Override
    public Optional<Entry> find(UUID room, UUID visitor) {
        return inside(room, Optional.empty(), kept -> current(kept, visitor).map(Kept::entry));
    }

    @Override
    public Optional<Entry> renew(UUID room, UUID visitor, @Nullable String person) {
        return inside(room, Optional.empty(), kept -> current(kept, visitor).map(it -> renew(kept, it, person)));
    }

    @Override
    public Knock knock(UUID room, Visitor visitor) {
        return always(
                room,
                kept -> current(kept, visitor.id())
                        .map(it -> new Knock(renew(kept, it, visitor.person()), false))
                        .orElseGet(() -> new Knock(put(kept, visitor, EntryStatus.WAITING), true)));
    }

    @Override
    public Optional<Entry> decide(UUID room, UUID visitor, EntryStatus status) {
        return inside(
                room,
                Optional.empty(),
                kept -> current(kept, visitor)
                        .map(it -> replace(kept, it.entry().visitor(), status)));
    }

    @Override
    public List<Entry> waiting(UUID room) {
        return inside(room, List.of(), kept -> {
            dropThoseOver(kept);
            return kept.waiting();
        });
    }

    @Override
    public void forget(UUID room, Predicate<Visitor> who) {
        inside(room, "", kept -> {
            drop(kept, it -> who.test(it.entry().visitor()));
            return "";
        });
    }

    @Override
    public void clear(UUID room) {
        forget(room, it -> true);
    }

    /** Rooms at which nobody looks any more. */
    @Scheduled(fixedDelayString = "PT10S", initialDelayString = "PT10S")
    void sweep() {
        for (var room : rooms.keySet()) {
            inside(room, "", kept -> {
                dropThoseOver(kept);
                return "";
            });
        }
    }

    long weight() {
        return weight.get();
    }

    private Entry renew(Present kept, Kept it, @Nullable String person) {
        var visitor = it.entry.visitor().signedIn(person);
        if (visitor != it.entry.visitor()) {
            it.entry = new Entry(visitor, it.entry.status());
            kept.changed();
        }
        if (it.entry.status() == EntryStatus.WAITING) {
            it.until = end(EntryStatus.WAITING);
            kept.endsAt(it.until);
        }
        return it.entry;
    }

    private Entry put(Present kept, Visitor visitor, EntryStatus status) {
        long more = EACH + visitor.username().length();
        if (weight.addAndGet(more) > MOST) {
            weight.addAndGet(-more);
            throw new ApiException.Refused(503, Words.UNAVAILABLE.say());
        }
        return replace(kept, visitor, status);
    }

    /** An entry of the same weight. */
    private Entry replace(Present kept, Visitor visitor, EntryStatus status) {
        var entry = new Entry(visitor, status);
        long until = end(status);
        kept.byVisitor.put(visitor.id(), new Kept(entry, until));
        kept.changed();
        kept.endsAt(until);
        return entry;
    }

    private long end(EntryStatus status) {
        return clock.millis() + properties.millis(status);
    }

    private Optional<Kept> current(Present kept, UUID visitor) {
        var it = kept.byVisitor.get(visitor);
        if (it != null && over(it)) {
            kept.byVisitor.remove(visitor);
            kept.changed();
            weight.addAndGet(-it.weight());
            return Optional.empty();
        }
        return Optional.ofNullable(it);
    }

    /** Looks at each entry only when one of them may be over: whoever renews moves their end away. */
    private void dropThoseOver(Present kept) {
        if (kept.soonest <= clock.millis()) {
            drop(kept, it -> over(it));
            kept.soonest = Long.MAX_VALUE;
            kept.byVisitor.values().forEach(it -> kept.endsAt(it.until));
        }
    }

    private void drop(Present kept, Predicate<Kept> which) {
        kept.byVisitor.values().removeIf(it -> {
            boolean dropped = which.test(it);
            if (dropped) {
                weight.addAndGet(-it.weight());
                kept.changed();
            }
            return dropped;
        });
    }

    private boolean over(Kept it) {
        return it.until <= clock.millis();
    }

    /** Alone with a room's entries, if it has any. */
    private <T> T inside(UUID room, T otherwise, Function<Present, T> work) {
        return rooms.containsKey(room) ? always(room, work) : otherwise;
    }

    private <T> T always(UUID room, Function<Present, T> work) {
        var answer = new AtomicReference<T>();
        rooms.compute(room, (id, known) -> {
            var kept = known == null ? new Present() : known;
            answer.set(work.apply(kept));
            return kept.byVisitor.isEmpty() ? null : kept;
        });
        return answer.get();
    }
}
