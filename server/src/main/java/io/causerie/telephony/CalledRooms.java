package io.causerie.telephony;

import io.causerie.livekit.LiveKitEvent;
import io.causerie.livekit.LiveKitException;
import io.causerie.livekit.LiveRooms;
import io.causerie.platform.AfterCommit;
import io.causerie.rooms.Room;
import io.causerie.rooms.RoomChanged;
import io.causerie.rooms.RoomDeleted;
import io.causerie.rooms.Rooms;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Lets callers in while a meeting is on (contract 03, section 15.3). What fails here is LiveKit's webhook failed: it sends it again. */
@Component
class CalledRooms {

    private static final Logger log = LoggerFactory.getLogger(CalledRooms.class);

    private final TelephonyProperties properties;
    private final DispatchRules rules;
    private final Rooms rooms;
    private final LiveRooms live;
    private final ApplicationEventPublisher events;

    CalledRooms(
            TelephonyProperties properties,
            DispatchRules rules,
            Rooms rooms,
            LiveRooms live,
            ApplicationEventPublisher events) {
        this.properties = properties;
        this.rules = rules;
        this.rooms = rooms;
        this.live = live;
        this.events = events;
    }

    /** A room that is not ours is left to others to tell of. */
    @EventListener
    @Order(0)
    void on(LiveKitEvent.RoomStarted event) {
        if (properties.callable()) {
            LiveNames.id(event.room()).flatMap(rooms::find).ifPresent(rules::ensure);
        }
    }

    /** Before the lobby is cleared, which must not be if this fails. */
    @EventListener
    @Order(0)
    void on(LiveKitEvent.RoomFinished event) {
        if (properties.callable()) {
            LiveNames.id(event.room()).ifPresent(rules::remove);
        }
    }

    @EventListener
    void on(RoomDeleted event) {
        if (properties.callable()) {
            events.publishEvent(new RuleDue(event.room()));
        }
    }

    /** Matters only where callers are kept out of rooms that are not public. */
    @EventListener
    void on(RoomChanged event) {
        if (properties.callable() && !properties.skipsLobby()) {
            events.publishEvent(new RuleDue(event.room()));
        }
    }

    @AfterCommit("telephony.dispatch-rule")
    void on(RuleDue due) {
        try {
            rooms.find(due.room()).ifPresentOrElse(this::follow, () -> rules.remove(due.room()));
        } catch (LiveKitException.Refused e) {
            log.warn("LiveKit does not change the dispatch rule of room {}: {}", due.room(), e.code());
            if (e.unreachable()) {
                throw e;
            }
        }
    }

    private void follow(Room room) {
        if (live.live(room.live())) {
            rules.ensure(room);
        } else if (!properties.lets(room)) {
            rules.remove(room.id());
        }
    }
}
