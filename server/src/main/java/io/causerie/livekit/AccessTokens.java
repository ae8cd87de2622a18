package io.causerie.livekit;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Issues LiveKit access tokens (contract 03, section 9). Never logged. */
public interface AccessTokens {

    /**
     * What a participant's token says.
     *
     * @param role {@code owner}, {@code administrator}, {@code member}, or null
     * @param sources publishable sources in lower case; empty means none
     * @param color forced colour, or null for the identity's own
     */
    record Participant(
            String room,
            String identity,
            String name,
            @Nullable String role,
            boolean authenticated,
            List<String> sources,
            @Nullable String color) {}

    /** A participant's token, good for six hours. */
    String participant(Participant participant);

    /** A token for our recorder: sees and hears everything, is seen by nobody, and makes clients see the room as recorded. */
    String recorder(String room, String identity, Duration life);
}
