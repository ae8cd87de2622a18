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
    private final Arrivals arrivals;
    private final Guests guests;
    private final Users users;
    private final AccessTokens tokens;

    Door(WaitingRooms waiting, Arrivals arrivals, Guests guests, Users users, AccessTokens tokens) {
        this.waiting = waiting;
        this.arrivals = arrivals;
        this.guests = guests;
        this.users = users;
        this.tokens = tokens;
    }

    /** {@code guest}: what the browser's cookie says, null for nothing. Nothing is written for somebody who may come in without waiting. */
    Entry knock(KnownRoom room, Caller caller, @Nullable UUID guest, String username, HttpServletRequest request) {
        var id = room.room().id();
        var person = caller.user().map(User::identity).orElse(null);
        boolean admitted = room.admits(caller);
        var known = guest == null
                ? Optional.<Entry>empty()
                : admitted ? waiting.find(id, guest) : waiting.renew(id, guest, person);
        if (known.isPresent()) {
            var entry = known.get();
            return admitted ? new Entry(entry.visitor(), EntryStatus.ACCEPTED) : entry;
        }
        var own = own(guest);
        var visitor = new Visitor(own, username, tokens.color(own.toString()), person);
        return admitted ? new Entry(visitor, EntryStatus.ACCEPTED) : first(id, visitor);
    }

    private Entry first(UUID room, Visitor visitor) {
        var knock = waiting.knock(room, visitor);
        if (knock.fresh()) {
            arrivals.announce(room);
        }
        return knock.entry();
    }

    /** A cookie that is not of our making may be any id, but nobody's subject (contract 03, section 24.2, item 3). */
    private UUID own(@Nullable UUID guest) {
        boolean usable = guest != null
                && (guests.made(guest) || users.bySub(guest.toString()).isEmpty());
        return usable && guest != null ? guest : guests.fresh();
    }
}
