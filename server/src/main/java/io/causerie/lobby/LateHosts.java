package io.causerie.lobby;

import io.causerie.livekit.LiveKitEvent;
import io.causerie.platform.Ids;
import io.causerie.rooms.Role;
import io.causerie.rooms.RoleChanged;
import io.causerie.rooms.Rooms;
import java.util.UUID;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Tells hosts who come after the first guests that somebody waits, and those who are made hosts (web client contract, section 6.6). */
@Component
class LateHosts {

    private final WaitingRooms waiting;
    private final Arrivals arrivals;
    private final Rooms rooms;

    LateHosts(WaitingRooms waiting, Arrivals arrivals, Rooms rooms) {
        this.waiting = waiting;
        this.arrivals = arrivals;
        this.rooms = rooms;
    }

    @EventListener
    @Order(LobbyEvents.ORDER)
    void on(LiveKitEvent.ParticipantJoined event) {
        Ids.lenient(event.room())
                .filter(it -> !waiting.waiting(it).isEmpty())
                .filter(it -> rooms.roleOf(it, event.identity())
                        .filter(Role::privileged)
                        .isPresent())
                .ifPresent(this::announce);
    }

    @EventListener
    @Order(LobbyEvents.ORDER)
    void on(RoleChanged event) {
        if (event.role() != null && event.role().privileged()) {
            Thread.ofVirtual().name("lobby-late-hosts").start(() -> {
                if (!waiting.waiting(event.room()).isEmpty()) {
                    announce(event.room());
                }
            });
        }
    }

    /** And once more a second later: their connection may not carry messages yet. */
    private void announce(UUID room) {
        arrivals.announce(room);
        arrivals.announce(room);
    }
}
