package io.causerie.meetings;

import io.causerie.livekit.LiveKitException;
import io.causerie.livekit.LiveRooms;
import java.time.Clock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.TaskScheduler;
import org.springframework.stereotype.Component;

/**
 * Closes the rooms of connection tests. The end of a token puts nobody out, since LiveKit renews the tokens of those who are connected; without this a
 * stranger could keep such a room for ever (contract 02, section 15.3). Held in process: a room whose server ended before stays until it is left.
 */
@Component
class ConnectionTestRooms {

    private static final Logger log = LoggerFactory.getLogger(ConnectionTestRooms.class);

    private final ConnectionTestProperties properties;
    private final LiveRooms rooms;
    private final TaskScheduler scheduler;
    private final Clock clock;

    ConnectionTestRooms(ConnectionTestProperties properties, LiveRooms rooms, TaskScheduler scheduler, Clock clock) {
        this.properties = properties;
        this.rooms = rooms;
        this.scheduler = scheduler;
        this.clock = clock;
    }

    /** Closes the room once its test is over, never at once. */
    void closeLater(String room) {
        long seconds = (long) properties.tokenSeconds() + properties.extraSeconds();
        scheduler.schedule(() -> close(room), clock.instant().plusSeconds(seconds));
    }

    /** Tried once; a room that is gone is as good as closed. */
    void close(String room) {
        if (!room.startsWith(properties.roomPrefix())) {
            log.error("Refusing to delete a room that no connection test has made");
            return;
        }
        try {
            rooms.delete(room);
            log.info("the room of a connection test is closed");
        } catch (LiveKitException e) {
            log.error("the room of a connection test could not be closed", e);
        }
    }
}
