package io.causerie.livekit;

import java.util.List;
import java.util.Map;
import java.util.Set;

/** Rooms that are live in LiveKit now (contract 03, section 18). Every call may throw {@link LiveKitException}. */
public interface LiveRooms {

    /** Whether the room is live. */
    boolean live(String room);

    /**
     * Changes keys of the room's shared metadata and leaves all others alone: first {@code remove}, then {@code put}. False when the room is not live.
     * Unreadable metadata counts as empty.
     */
    boolean mergeMetadata(String room, Map<String, ?> put, Set<String> remove);

    /** Sends a reliable data message, as JSON, to everybody in the room; nothing when it is not live. */
    void sendData(String room, Map<String, ?> payload);

    /** Ends the room and puts everybody out; nothing when it is not live. */
    void delete(String room);

    /** Who is in the room now, recorders and other hidden ones included; empty when it is not live. */
    List<Person> participants(String room);

    /** Somebody, or something, in a live room. */
    record Person(String identity, String name, boolean hidden, boolean publishing) {}
}
