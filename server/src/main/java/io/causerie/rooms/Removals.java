package io.causerie.rooms;

import io.causerie.livekit.LiveKitEvent;
import io.causerie.platform.Ids;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Service;

/** Keeps out of a meeting whoever was put out of it, until it is over: in the database, so that a restart and other replicas know (ADR 31). */
@Service
public class Removals {

    /** LiveKit knows no longer identities. */
    private static final int LONGEST = 512;

    private final RemovedRepository repository;
    private final KnownRooms known;

    Removals(RemovedRepository repository, KnownRooms known) {
        this.repository = repository;
        this.known = known;
    }

    /** Before anything else is done about them: whoever knocks from now on is refused. */
    @EventListener
    @Order(0)
    void on(ParticipantRemoved event) {
        if (event.identity().length() <= LONGEST) {
            repository.add(event.room(), event.identity());
            known.forgetOnceCommitted();
        }
    }

    /** After those who must not have failed when the meeting is taken for over. */
    @EventListener
    @Order(10)
    void on(LiveKitEvent.RoomFinished event) {
        Ids.lenient(event.room()).ifPresent(this::forget);
    }

    @EventListener
    void on(RoomDeleted event) {
        forget(event.room());
    }

    /** Lets somebody come back; false when they were not kept out. */
    public boolean readmit(UUID room, String identity) {
        boolean readmitted = repository.forget(room, identity);
        known.forgetOnceCommitted();
        return readmitted;
    }

    /** Everybody who is kept out, by room. */
    public Map<UUID, Removed> all() {
        return repository.all().entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, it -> new Removed(it.getValue())));
    }

    private void forget(UUID room) {
        if (repository.forget(room)) {
            known.forgetOnceCommitted();
        }
    }
}
