package io.causerie.meetings;

import io.causerie.livekit.LiveKitException;
import io.causerie.livekit.LivePeople;
import io.causerie.livekit.LivePeople.Change;
import io.causerie.platform.AfterCommit;
import io.causerie.rooms.LiveRights;
import io.causerie.rooms.Role;
import io.causerie.rooms.RoleChanged;
import io.causerie.rooms.Room;
import io.causerie.rooms.Rooms;
import io.causerie.users.Users;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Makes a new role count in the meeting that goes on: everybody sees it, and its rights are given or taken at once (contract 03, section 24.2, item 5). */
@Component
class LiveRoles {

    private static final Logger log = LoggerFactory.getLogger(LiveRoles.class);

    private final Rooms rooms;
    private final Users users;
    private final LivePeople people;
    private final LiveRights rights;

    LiveRoles(Rooms rooms, Users users, LivePeople people, LiveRights rights) {
        this.rooms = rooms;
        this.users = users;
        this.people = people;
        this.rights = rights;
    }

    /** The role as it is stored now: late or repeated, it tells the truth. */
    @AfterCommit("meetings.live-roles")
    void on(RoleChanged event) {
        var room = rooms.find(event.room());
        var user = users.find(event.user());
        if (room.isEmpty() || user.isEmpty()) {
            return;
        }
        try {
            var identity = user.get().identity();
            if (people.present(room.get().live(), identity)) {
                tell(
                        room.get(),
                        identity,
                        rooms.role(event.room(), event.user()).orElse(null));
            }
        } catch (LiveKitException.Refused e) {
            if (e.unreachable()) {
                throw e;
            }
            if (!e.notFound()) {
                log.warn("LiveKit does not take a new role in room {}: {}", event.room(), e.code());
            }
        }
    }

    /** Tells LiveKit of somebody in the meeting; may throw {@link LiveKitException}. */
    void tell(Room room, String identity, @Nullable Role role) {
        var shown = Map.of("room_role", role == null ? "" : role.wire());
        people.update(room.live(), identity, new Change(null, null, shown, rights.of(room, role)));
    }
}
