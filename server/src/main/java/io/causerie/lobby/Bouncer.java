package io.causerie.lobby;

import io.causerie.livekit.LiveKitEvent;
import io.causerie.livekit.LiveKitException;
import io.causerie.livekit.LivePeople;
import io.causerie.livekit.LiveRooms;
import io.causerie.rooms.KnownRooms;
import io.causerie.rooms.ParticipantRemoved;
import io.causerie.rooms.Removals;
import io.causerie.rooms.Removed;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import net.javacrumbs.shedlock.spring.annotation.SchedulerLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Puts out again whoever was put out and comes back with a token from before: LiveKit cannot be told to take tokens back (ADR 31). Heard of from LiveKit's
 * webhook; looked for every second for a minute after a removal, and every ten seconds for as long as somebody is kept out, because webhooks can fail.
 */
@Component
class Bouncer {

    private static final Logger log = LoggerFactory.getLogger(Bouncer.class);
    private static final long WATCHED_NANOS = Duration.ofMinutes(1).toNanos();

    private final KnownRooms known;
    private final Removals removals;
    private final LiveRooms live;
    private final LivePeople people;

    /** Rooms from which this server has just put somebody out, and until when they are watched. */
    private final Map<UUID, Long> watched = new ConcurrentHashMap<>();

    private final AtomicBoolean watching = new AtomicBoolean();

    Bouncer(KnownRooms known, Removals removals, LiveRooms live, LivePeople people) {
        this.known = known;
        this.removals = removals;
        this.live = live;
        this.people = people;
    }

    @EventListener
    @Order(LobbyEvents.ORDER)
    void on(ParticipantRemoved event) {
        watched.put(event.room(), System.nanoTime() + WATCHED_NANOS);
    }

    @EventListener
    @Order(LobbyEvents.ORDER)
    void on(LiveKitEvent.ParticipantJoined event) {
        known.find(event.room())
                .filter(it -> it.removed().holds(event.identity()))
                .ifPresent(it -> background(() -> putOut(event.room(), event.identity())));
    }

    @Scheduled(fixedDelayString = "PT1S", initialDelayString = "PT1S")
    void watch() {
        if (!watched.isEmpty() && watching.compareAndSet(false, true)) {
            background(() -> {
                try {
                    watched.values().removeIf(it -> it < System.nanoTime());
                    watched.keySet()
                            .forEach(it -> known.find(it.toString()).ifPresent(room -> look(it, room.removed())));
                } finally {
                    watching.set(false);
                }
            });
        }
    }

    @Scheduled(fixedDelayString = "PT10S", initialDelayString = "PT10S")
    @SchedulerLock(name = "look-for-removed-participants", lockAtLeastFor = "PT5S")
    void lookEverywhere() {
        var all = removals.all();
        if (!all.isEmpty()) {
            background(() -> all.forEach(this::look));
        }
    }

    private void look(UUID room, Removed removed) {
        if (removed.identities().isEmpty()) {
            return;
        }
        try {
            live.participants(room.toString()).stream()
                    .map(LiveRooms.Person::identity)
                    .filter(removed::holds)
                    .forEach(it -> putOut(room.toString(), it));
        } catch (LiveKitException e) {
            log.warn("whether somebody has come back to room {} cannot be told: {}", room, e.getMessage());
        }
    }

    private void putOut(String room, String identity) {
        try {
            people.remove(room, identity);
            log.info("put somebody out of room {} again, who had been put out before", room);
        } catch (LiveKitException e) {
            log.warn("whoever came back to room {} is not put out: {}", room, e.getMessage());
        }
    }

    private static void background(Runnable work) {
        Thread.ofVirtual().name("lobby-bouncer").start(work);
    }
}
