package io.causerie.lobby;

import io.causerie.livekit.LiveKitEvent;
import io.causerie.platform.Ids;
import io.causerie.platform.RedisDown;
import io.causerie.rooms.Guests;
import io.causerie.rooms.ParticipantRemoved;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** What happens in a meeting, as far as its lobby changes by it (contract 03, sections 11.4, 12.3 and 15.3). */
@Component
class LobbyEvents {

    private static final Logger log = LoggerFactory.getLogger(LobbyEvents.class);

    /** After those who must not have failed when the lobby is cleared. */
    static final int ORDER = 10;

    private final WaitingRooms waiting;
    private final Guests guests;
    private final Streams streams;

    LobbyEvents(WaitingRooms waiting, Guests guests, Streams streams) {
        this.waiting = waiting;
        this.guests = guests;
        this.streams = streams;
    }

    @EventListener
    @Order(ORDER)
    void on(LiveKitEvent.RoomFinished event) {
        Ids.lenient(event.room()).ifPresent(it -> {
            waiting.clear(it);
            streams.ring(it);
        });
    }

    /** The entry so named, that of the browser behind the identity, and that of the person of the identity (contract 03, section 24.2, items 3 and 4). */
    @EventListener
    @Order(ORDER)
    void on(ParticipantRemoved event) {
        var id = Ids.lenient(event.identity()).orElse(null);
        try {
            waiting.forget(event.room(), it -> event.identity().equals(it.person()) || behind(event.room(), it, id));
        } catch (RedisDown e) {
            // they are refused all the same, and must be put out of the meeting now
            log.warn("an entry in the lobby of room {} is not deleted: {}", event.room(), e.getMessage());
        }
        streams.ring(event.room());
    }

    private boolean behind(UUID room, Visitor visitor, @Nullable UUID identity) {
        return identity != null
                && (identity.equals(visitor.id())
                        || identity.getLeastSignificantBits() == guests.mark(room, visitor.id()));
    }
}
