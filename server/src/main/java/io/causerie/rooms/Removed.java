package io.causerie.rooms;

import io.causerie.platform.Ids;
import io.causerie.users.User;
import java.util.Set;
import java.util.UUID;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/** The identities that were put out of a room's meeting and are kept out of it (contract 03, section 24.2, items 3 and 4). */
public record Removed(Set<String> identities) {

    static final Removed NOBODY = new Removed(Set.of());

    /** Whether somebody in the meeting must leave again: under that identity, or from the browser behind it. */
    public boolean holds(String identity) {
        return identities.contains(identity)
                || !identities.isEmpty()
                        && Ids.lenient(identity)
                                .map(UUID::getLeastSignificantBits)
                                .filter(this::marked)
                                .isPresent();
    }

    /**
     * Whether somebody at the door is kept out. What was done to a guest is not held against whoever administers the room and uses the same browser.
     *
     * @param mark of their browser in that room
     */
    boolean keepsOut(@Nullable User person, @Nullable Role role, LongSupplier mark) {
        if (identities.isEmpty()) {
            return false;
        }
        boolean named = person != null && identities.contains(person.identity());
        boolean host = role != null && role.privileged();
        return named || !host && marked(mark.getAsLong());
    }

    private boolean marked(long mark) {
        return identities.stream()
                .flatMap(it -> Ids.lenient(it).stream())
                .anyMatch(it -> it.getLeastSignificantBits() == mark);
    }
}
