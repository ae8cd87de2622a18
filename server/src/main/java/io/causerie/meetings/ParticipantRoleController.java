package io.causerie.meetings;

import io.causerie.livekit.LiveKitException;
import io.causerie.livekit.LivePeople;
import io.causerie.platform.ApiException;
import io.causerie.platform.Body;
import io.causerie.platform.Choice;
import io.causerie.rooms.Role;
import io.causerie.rooms.Room;
import io.causerie.rooms.Rooms;
import io.causerie.users.CurrentUser;
import io.causerie.users.Users;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** Makes people in the meeting its administrators, or mere members again (contract 03, section 12.6). */
@RestController
class ParticipantRoleController {

    private static final Logger log = LoggerFactory.getLogger(ParticipantRoleController.class);

    private final Rooms rooms;
    private final LivePeople people;
    private final Users users;
    private final LiveRoles roles;

    ParticipantRoleController(Rooms rooms, LivePeople people, Users users, LiveRoles roles) {
        this.rooms = rooms;
        this.people = people;
        this.users = users;
        this.roles = roles;
    }

    /** Nobody is made an owner in a meeting. */
    enum Given implements Choice {
        MEMBER(Role.MEMBER),
        ADMINISTRATOR(Role.ADMINISTRATOR);

        private final Role role;

        Given(Role role) {
            this.role = role;
        }

        @Override
        public String wire() {
            return role.wire();
        }
    }

    /** What came of it; {@code livekitSynced} is false when those in the meeting do not see it yet. */
    record Answer(Role role, boolean livekitSynced) {}

    @PostMapping("/api/v1.0/rooms/{pk:[^.]+}/update-participant-role/")
    Answer change(@PathVariable String pk, CurrentUser user, Body body) {
        var room = rooms.privileged(pk, user);
        var own = user.user().identity();
        verifyPresence(room, own);
        var input = body.read();
        var identity = input.requiredText("participant_identity", Integer.MAX_VALUE);
        var given = input.requiredChoice("role", Given.class);
        input.verify();
        var role = given.orElseThrow().role;
        if (identity.equals(own)) {
            throw new ApiException.Failed(403, "You cannot change your own role.");
        }
        verifyTarget(room, identity);
        store(room, identity, role);
        return new Answer(role, tell(room, identity, role));
    }

    private void verifyPresence(Room room, String own) {
        try {
            if (people.present(room.live(), own)) {
                return;
            }
        } catch (LiveKitException e) {
            log.warn("whether a moderator of room {} is in it cannot be told: {}", room.id(), e.getMessage());
        }
        throw new ApiException.Forbidden("You must be connected to the meeting to perform this action.");
    }

    private void verifyTarget(Room room, String identity) {
        try {
            if (people.present(room.live(), identity)) {
                return;
            }
        } catch (LiveKitException e) {
            throw LiveCalls.told(e, "Failed to update participant role");
        }
        throw new ApiException.Failed(404, "Participant is not connected to this meeting.");
    }

    private void store(Room room, String identity, Role role) {
        var target = users.byIdentity(identity)
                .orElseThrow(() -> new ApiException.Failed(
                        404, "This participant has no user account and cannot be assigned a role."));
        if (!rooms.give(room.id(), target.id(), role)) {
            throw new ApiException.Failed(403, "Room owners cannot be demoted.");
        }
    }

    /** What is stored stands, whether or not LiveKit shows it. */
    private boolean tell(Room room, String identity, Role role) {
        try {
            roles.tell(room, identity, role);
            return true;
        } catch (LiveKitException e) {
            log.warn("LiveKit does not show a new role in room {}: {}", room.id(), e.getMessage());
            return false;
        }
    }
}
