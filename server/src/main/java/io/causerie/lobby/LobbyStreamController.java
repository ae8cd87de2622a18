package io.causerie.lobby;

import io.causerie.lobby.LobbyStreams.Pace;
import io.causerie.platform.ApiException;
import io.causerie.rooms.AccessLevel;
import io.causerie.rooms.Guests;
import io.causerie.rooms.KnownRoom;
import io.causerie.rooms.KnownRooms;
import io.causerie.users.Caller;
import io.causerie.users.User;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/**
 * Tells hosts who waits, and whoever waits what came of it, as it happens: ours, beside the polling of the contract (ADR 32). To hosts {@code waiting} with the
 * list; to a browser with an entry {@code entry} with what stands there, never a token, and for as long as it listens it need not ask to be kept; {@code gone}
 * when the room is. A stream ends with a decision, and after some minutes, so that whoever was signed out since does not go on listening.
 */
@RestController
class LobbyStreamController {

    /** A crowd that comes at once is told of once a second. */
    private static final Pace HOSTS = new Pace(Duration.ofSeconds(15), Duration.ofSeconds(1));

    /** Whoever closes the page must be gone from the hosts' list soon, and only writing tells. */
    private static final Pace GUESTS = new Pace(Duration.ofSeconds(2), Duration.ZERO);

    private final KnownRooms rooms;
    private final Guests guests;
    private final WaitingRooms waiting;
    private final LobbyStreams streams;

    LobbyStreamController(KnownRooms rooms, Guests guests, WaitingRooms waiting, LobbyStreams streams) {
        this.rooms = rooms;
        this.guests = guests;
        this.waiting = waiting;
        this.streams = streams;
    }

    @GetMapping(path = "/api/v1.0/rooms/{pk:[^.]+}/lobby/events/", produces = "text/event-stream")
    void listen(@PathVariable String pk, Caller caller, HttpServletRequest request, HttpServletResponse response) {
        var room = rooms.find(pk).orElseThrow(ApiException.NotFound::new);
        var id = room.room().id();
        if (room.administeredBy(caller)) {
            streams.serve(id, () -> hosts(id, caller), HOSTS, response);
            return;
        }
        var guest = guests.of(request)
                .filter(it -> waiting.find(id, it).isPresent())
                .orElseThrow(ApiException.NotFound::new);
        streams.serve(guest, () -> guests(id, guest, caller), GUESTS, response);
    }

    private Told hosts(UUID id, Caller caller) {
        return told(id, room -> {
            if (!room.administeredBy(caller)) {
                return Told.END;
            }
            var entries = room.room().accessLevel() == AccessLevel.PUBLIC
                    ? List.<Entry>of()
                    : waiting.waiting(id).stream()
                            .sorted(Comparator.comparing(it -> it.visitor().id()))
                            .toList();
            return new Told("waiting", WaitingAnswer.of(entries), false);
        });
    }

    private Told guests(UUID id, UUID guest, Caller caller) {
        return told(id, room -> {
            var person = caller.user().map(User::identity).orElse(null);
            return waiting.renew(id, guest, person)
                    .map(it -> told(it.visitor(), status(room, caller, guest, it.status())))
                    .orElse(Told.END);
        });
    }

    private EntryStatus status(KnownRoom room, Caller caller, UUID guest, EntryStatus status) {
        if (room.keepsOut(caller, guest, guests)) {
            return EntryStatus.DENIED;
        }
        return room.admits(caller) ? EntryStatus.ACCEPTED : status;
    }

    private static Told told(Visitor visitor, EntryStatus status) {
        return new Told(
                "entry",
                new WaitingAnswer.Participant(status, visitor.username(), visitor.id(), visitor.color()),
                status != EntryStatus.WAITING);
    }

    private Told told(UUID id, Function<KnownRoom, Told> look) {
        return rooms.find(id.toString()).map(look).orElse(Told.GONE);
    }
}
