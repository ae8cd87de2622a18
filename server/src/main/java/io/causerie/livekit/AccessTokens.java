package io.causerie.livekit;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Issues LiveKit access tokens and believes those it issued (contract 03, sections 9 and 10). Never logged. */
public interface AccessTokens {

    /**
     * What a participant's token says.
     *
     * @param role {@code owner}, {@code administrator}, {@code member}, or null
     * @param sources publishable sources in lower case; empty means none, null the server's default
     * @param color forced colour, or null for the identity's own
     */
    record Participant(
            String room,
            String identity,
            String name,
            @Nullable String role,
            boolean authenticated,
            @Nullable List<String> sources,
            @Nullable String color) {}

    /**
     * What a browser needs to enter a room.
     *
     * @param url LiveKit's address as the operator wrote it; null when there is no LiveKit
     */
    record Credentials(@Nullable String url, String room, String token) {}

    /** A participant's token of the usual life, with the address it is good at. */
    Credentials credentials(Participant participant);

    /** The same with a token that has a life of its own. */
    Credentials credentials(Participant participant, Duration life);

    /** What people may publish when their room says nothing. */
    List<String> defaultSources();

    /** The colour of whoever goes by that identity (contract 03, section 9.1). */
    String color(String identity);

    /** A participant's token of the usual life. */
    String participant(Participant participant);

    /** A participant's token with a life of its own. */
    String participant(Participant participant, Duration life);

    /** A token for our recorder: sees and hears everything, is seen by nobody, and makes clients see the room as recorded. */
    String recorder(String room, String identity, Duration life);

    /**
     * Who sends a request with a LiveKit token.
     *
     * @param room the room the token opens, or null when it opens none
     */
    record Bearer(String identity, @Nullable String room) {}

    /** Reads {@code Authorization: Bearer <token>}; empty without the header, 403 when it is not to be believed. */
    Optional<Bearer> bearer(@Nullable String authorization);
}
