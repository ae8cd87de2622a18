package io.causerie.lobby;

import io.causerie.platform.ClientAddress;
import io.causerie.platform.ThrottleScope;
import io.causerie.platform.Throttles;
import jakarta.servlet.http.HttpServletRequest;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Tells everybody concerned that somebody waits; so that nobody can make it ring all the time, arrivals are counted by address (contract 03, section 24.2, item 13). */
@Component
class Bells {

    private final Arrivals arrivals;
    private final Streams streams;
    private final Throttles throttles;

    Bells(Arrivals arrivals, Streams streams, Throttles throttles) {
        this.arrivals = arrivals;
        this.streams = streams;
        this.throttles = throttles;
    }

    /** Throws the 429 of an address from which too many came; cookies do not count, as anybody can have many. */
    void admit(HttpServletRequest request) {
        throttles.admit(ThrottleScope.LOBBY_ARRIVAL, ClientAddress.of(request));
    }

    /** Somebody waits at the room, and can be seen. */
    void ring(UUID room) {
        arrivals.announce(room);
        streams.ring(room);
    }
}
