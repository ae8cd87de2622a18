package io.causerie.lobby;

import io.causerie.livekit.LiveKitException;
import io.causerie.livekit.LiveRooms;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Tells a meeting that somebody waits: at once, and once a second at most, the last who came included. In the background, because nobody at the door should
 * wait for LiveKit, nor be refused when it is away (contract 03, sections 11.4 and 24.2, items 9, 10 and 13).
 */
@Component
class Arrivals {

    private static final Logger log = LoggerFactory.getLogger(Arrivals.class);
    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final LiveRooms live;
    private final Map<String, String> message;

    /** Rooms that are being told, and whether somebody came since. */
    private final ConcurrentHashMap<UUID, Boolean> told = new ConcurrentHashMap<>();

    Arrivals(LiveRooms live, LobbyProperties properties) {
        this.live = live;
        this.message = Map.of("type", properties.notificationType());
    }

    /** Somebody waits at the room; call it once they can be seen. */
    void announce(UUID room) {
        if (told.put(room, true) == null) {
            Thread.ofVirtual().name("lobby-arrivals").start(() -> tell(room));
        }
    }

    private void tell(UUID room) {
        try {
            while (told.computeIfPresent(room, (id, more) -> more ? false : null) != null) {
                send(room);
                Thread.sleep(PAUSE);
            }
        } catch (InterruptedException e) {
            told.remove(room);
        }
    }

    private void send(UUID room) {
        try {
            live.sendData(room.toString(), message);
        } catch (LiveKitException e) {
            log.warn("room {} is not told that somebody waits: {}", room, e.getMessage());
        } catch (RuntimeException e) {
            log.error("room {} is not told that somebody waits", room, e);
        }
    }
}
