package io.causerie.rooms;

import io.causerie.users.Caller;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A room as one person sees it.
 *
 * @param role theirs; null for none
 * @param removed who was put out of the meeting
 * @param accesses everybody's, newest first, if they administer the room; else empty
 */
record SeenRoom(Room room, @Nullable Role role, Removed removed, List<RoomAccess> accesses) {

    /** Whether this person administers the room. */
    boolean privileged() {
        return role != null && role.privileged();
    }

    /** Whether the person, or whoever uses that browser, enters without waiting. */
    boolean admits(Caller caller, @Nullable UUID guest, Guests guests) {
        return room.accessLevel().admits(caller.anonymous(), role)
                && !removed.keepsOut(caller.person(), role, () -> guest == null ? 0 : guests.mark(room.id(), guest));
    }

    /** One room for the rows that hold one access each. */
    static List<SeenRoom> joined(List<SeenRoom> rows) {
        var rooms = new LinkedHashMap<UUID, SeenRoom>();
        for (var row : rows) {
            rooms.merge(row.room.id(), row, SeenRoom::plus);
        }
        return List.copyOf(rooms.values());
    }

    private SeenRoom plus(SeenRoom other) {
        var all = new ArrayList<>(accesses);
        all.addAll(other.accesses);
        return new SeenRoom(room, role, removed, all);
    }
}
