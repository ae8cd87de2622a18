package io.causerie.meetings;

import io.causerie.livekit.LivePeople;
import io.causerie.platform.ApiException;
import io.causerie.platform.Body;
import io.causerie.rooms.ParticipantRemoved;
import io.causerie.rooms.Removals;
import io.causerie.rooms.Role;
import io.causerie.rooms.Room;
import io.causerie.rooms.Rooms;
import io.causerie.users.CurrentUser;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What administrators do to people in a meeting (contract 03, sections 12.2 and 12.3). */
@RestController
@RequestMapping("/api/v1.0/rooms/{pk:[^.]+}")
class ParticipantController {

    private final Rooms rooms;
    private final LivePeople people;
    private final MeetingProperties properties;
    private final ApplicationEventPublisher events;
    private final Removals removals;

    ParticipantController(
            Rooms rooms,
            LivePeople people,
            MeetingProperties properties,
            ApplicationEventPublisher events,
            Removals removals) {
        this.rooms = rooms;
        this.people = people;
        this.properties = properties;
        this.events = events;
        this.removals = removals;
    }

    @PostMapping("/update-participant/")
    Done update(@PathVariable String pk, CurrentUser user, Body body) {
        var room = rooms.privileged(pk, user);
        var form = ParticipantForm.read(body.read(), properties.forbiddenPermissionFields());
        if (form.change().permission() != null) {
            protectOwner(room, user, form.identity());
        }
        LiveCalls.attempt(
                () -> people.update(room.live(), form.identity(), form.change()), "Failed to update participant");
        return Done.SUCCESS;
    }

    @PostMapping("/remove-participant/")
    Done remove(@PathVariable String pk, CurrentUser user, Body body) {
        var room = rooms.privileged(pk, user);
        var input = body.read();
        var identity = input.requiredText("participant_identity", Integer.MAX_VALUE);
        input.verify();
        protectOwner(room, user, identity);
        if (!identity.equals(user.user().identity())) {
            events.publishEvent(new ParticipantRemoved(room.id(), identity));
        }
        LiveCalls.attempt(() -> people.remove(room.live(), identity), "Failed to remove participant");
        return Done.SUCCESS;
    }

    /** Lets somebody come back who was put out; ours, for a mistake. 404 when they are not kept out. */
    @PostMapping("/readmit-participant/")
    Done readmit(@PathVariable String pk, CurrentUser user, Body body) {
        var room = rooms.privileged(pk, user);
        var input = body.read();
        var identity = input.requiredText("participant_identity", Integer.MAX_VALUE);
        input.verify();
        if (!removals.readmit(room.id(), identity)) {
            throw new ApiException.Failed(404, "Participant not found");
        }
        return Done.SUCCESS;
    }

    /** Administrators neither put an owner out nor take rights from them (contract 03, section 24.2, item 7). */
    private void protectOwner(Room room, CurrentUser user, String identity) {
        if (rooms.roleOf(room.id(), identity).filter(it -> it == Role.OWNER).isPresent()
                && rooms.role(room.id(), user.id())
                        .filter(it -> it == Role.OWNER)
                        .isEmpty()) {
            throw new ApiException.Forbidden(Rooms.PRIVILEGES);
        }
    }
}
