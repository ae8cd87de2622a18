package io.causerie.lobby;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Keeps who knocked at which room, for as long as {@link LobbyProperties} says: each change is atomic, so that an acceptance is never shortened by a request
 * that renews, and nothing looks through more than one room (contract 03, section 24.2, items 14 and 15).
 */
interface WaitingRooms {

    /** What is there. */
    Optional<Entry> find(UUID room, UUID visitor);

    /** What is there, kept for longer if it still waits; {@code person} is who is signed in there now, null for nobody. */
    Optional<Entry> renew(UUID room, UUID visitor, @Nullable String person);

    /** Lets somebody wait, unless there is an entry already. Throws the 503 of a lobby that is full. */
    Knock knock(UUID room, Visitor visitor);

    /** Admits or refuses somebody, whatever was said before; empty when they are not there. */
    Optional<Entry> decide(UUID room, UUID visitor, EntryStatus status);

    /** Those who wait, in no order. */
    List<Entry> waiting(UUID room);

    /** Forgets those of whom it is true. */
    void forget(UUID room, Predicate<Visitor> who);

    /** Forgets everybody at the room. */
    void clear(UUID room);

    /** What stands there now, and whether it is new. */
    record Knock(Entry entry, boolean fresh) {}
}
