package io.causerie.recordings;

import io.causerie.livekit.LiveKitException;
import io.causerie.livekit.LiveRooms;
import io.causerie.rooms.Room;
import io.causerie.rooms.Rooms;
import java.time.Clock;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import net.javacrumbs.shedlock.core.LockConfiguration;
import net.javacrumbs.shedlock.core.LockProvider;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Recordings whose worker gave up because nobody had published anything yet: they are started again as soon as somebody has, for some minutes, and only while
 * there are people in the room. Until then they occupy it, as a recording does that begins.
 */
@Component
class UnattendedStarts {

    private static final Logger log = LoggerFactory.getLogger(UnattendedStarts.class);

    /** A meeting in which nobody says or shows anything for that long is not about to begin. */
    private static final Duration PATIENCE = Duration.ofMinutes(10);

    /** Longer than looking for it and starting it take together. */
    private static final Duration LONGEST_START = Duration.ofSeconds(40);

    private final Workers workers;
    private final WorkerMediator mediator;
    private final RecordingLedger ledger;
    private final Audience audience;
    private final Recordings recordings;
    private final Clock clock;
    private final LockProvider locks;

    UnattendedStarts(
            Workers workers,
            WorkerMediator mediator,
            RecordingLedger ledger,
            Audience audience,
            Recordings recordings,
            Clock clock,
            LockProvider locks) {
        this.workers = workers;
        this.mediator = mediator;
        this.ledger = ledger;
        this.audience = audience;
        this.recordings = recordings;
        this.clock = clock;
        this.locks = locks;
    }

    /** Who there is to be recorded. */
    @Component
    record Audience(LiveRooms live, Rooms rooms) {

        enum Presence {
            NOBODY,
            SILENT,
            PUBLISHING
        }

        Presence in(Room room) {
            var people = live.participants(room.live()).stream()
                    .filter(it -> !it.hidden())
                    .toList();
            if (people.isEmpty()) {
                return Presence.NOBODY;
            }
            return people.stream().anyMatch(LiveRooms.Person::publishing) ? Presence.PUBLISHING : Presence.SILENT;
        }

        Optional<Room> room(UUID id) {
            return rooms.find(id);
        }
    }

    /** Starts it again, or leaves it for the next time; false when there is nothing more to wait for. */
    boolean await(Recording recording) {
        var room = audience.room(recording.roomId());
        if (recording.status() != RecordingStatus.ACTIVE || room.isEmpty() || late(recording)) {
            return false;
        }
        try {
            var presence = audience.in(room.get());
            if (presence == Audience.Presence.NOBODY) {
                return false;
            }
            mediator.awaitPublisher(recording);
            if (presence == Audience.Presence.PUBLISHING) {
                startAgain(room.get(), recording);
            }
        } catch (LiveKitException e) {
            log.debug("recording {}: nobody can tell now who is there: {}", recording.id(), e.getMessage());
        }
        return true;
    }

    /** Of several who come to it at once one starts it, on whichever replica: two workers would write the same file. */
    private void startAgain(Room room, Recording recording) {
        var name = "start-again-" + Math.floorMod(recording.id().hashCode(), 64);
        var turn = locks.lock(new LockConfiguration(clock.instant(), name, LONGEST_START, Duration.ZERO));
        if (turn.isEmpty()) {
            return;
        }
        try {
            recordings
                    .find(recording.id())
                    .filter(it -> Objects.equals(it.workerId(), recording.workerId()))
                    // not by the id its worker gave, which is the same for picture and for sound
                    .ifPresent(it -> mediator.startAgain(workers.of(it.mode()), room, it, recordings.key(it)));
        } finally {
            turn.get().unlock();
        }
    }

    private boolean late(Recording recording) {
        return ledger.times(recording.id(), RecordingLedger.NOBODY_PUBLISHED).stream()
                .limit(1)
                .anyMatch(it -> it.plus(PATIENCE).isBefore(clock.instant()));
    }
}
