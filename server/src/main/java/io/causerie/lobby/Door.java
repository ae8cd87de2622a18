package io.causerie.lobby;

import io.causerie.livekit.AccessTokens;
import io.causerie.rooms.Guests;
import io.causerie.rooms.KnownRoom;
import io.causerie.users.Caller;
import io.causerie.users.User;
import io.causerie.users.Users;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Decides what whoever knocks is told: come in, wait, or no (contract 03, section 11.1). */
@Component
class Door {

    private final WaitingRooms waiting;
    private final Bells bells;
    private final Guests guests;
    private final Users users;
    private final AccessTokens tokens;

    Door(WaitingRooms waiting, Bells bells, Guests guests, Users users, AccessTokens tokens) {
        this.waiting = waiting;
        this.bells = bells;
        this.guests = guests;
        this.users = users;
        this.tokens = tokens;
    }

    /** {@code cookie}: what the browser says it is, null for nothing. Nothing is written for somebody who may come in without waiting, or not at all. */
    Entry knock(KnownRoom room, Caller caller, @Nullable UUID cookie, String username, HttpServletRequest request) {
        var id = room.room().id();
        var person = caller.user().map(User::identity).orElse(null);
        var settled = settled(room, caller, cookie);
        var known = Optional.ofNullable(cookie)
                .flatMap(it -> settled == null ? waiting.renew(id, it, person) : waiting.find(id, it));
        if (known.isPresent()) {
            return settled == null ? known.get() : new Entry(known.get().visitor(), settled);
        }
        var guest = own(cookie);
        var visitor = new Visitor(guest, username, tokens.color(guest.toString()), person);
        return settled == null ? first(id, visitor, request) : new Entry(visitor, settled);
    }

    /** What is so whatever stands in the lobby; null when it is the lobby that decides. */
    private @Nullable EntryStatus settled(KnownRoom room, Caller caller, @Nullable UUID cookie) {
        if (room.keepsOut(caller, cookie, guests)) {
            return EntryStatus.DENIED;
        }
        return room.admits(caller) ? EntryStatus.ACCEPTED : null;
    }

    private Entry first(UUID room, Visitor visitor, HttpServletRequest request) {
        bells.admit(request);
        var knock = waiting.knock(room, visitor);
        if (knock.fresh()) {
            bells.ring(room);
        }
        return knock.entry();
    }

    /** A cookie that is not of our making may be any id, but nobody's subject (contract 03, section 24.2, item 3). */
    private UUID own(@Nullable UUID cookie) {
        return Optional.ofNullable(cookie)
                .filter(it -> guests.made(it) || users.bySub(it.toString()).isEmpty())
                .orElseGet(guests::fresh);
    }
}
