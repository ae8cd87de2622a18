package io.causerie.rooms;

import io.causerie.users.Caller;
import io.causerie.users.User;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A room and everybody's role on it, as they were a second ago at most: for those who ask every second.
 *
 * @param roles by account
 * @param removed who was put out of the meeting
 */
public record KnownRoom(Room room, Map<UUID, Role> roles, Removed removed) {

    /** The person's role; null for none, and for guests. */
    public @Nullable Role role(Caller caller) {
        return caller.user().map(User::id).map(roles::get).orElse(null);
    }

    /** Whether the person administers the room. */
    public boolean administeredBy(Caller caller) {
        var role = role(caller);
        return role != null && role.privileged();
    }

    /** Whether the person, or whoever uses that browser, was put out of the meeting and is kept out. */
    public boolean keepsOut(Caller caller, @Nullable UUID guest, Guests guests) {
        return removed.keepsOut(caller.person(), role(caller), () -> guest == null ? 0 : guests.mark(room.id(), guest));
    }

    /** Whether the person enters without waiting. */
    public boolean admits(Caller caller) {
        return room.accessLevel().admits(caller.anonymous(), role(caller));
    }
}
