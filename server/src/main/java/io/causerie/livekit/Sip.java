package io.causerie.livekit;

import java.util.List;
import java.util.Optional;

/**
 * Telephone calls into rooms: LiveKit's dispatch rules (contract 03, sections 16.2 and 18.2). Every call may throw {@link LiveKitException}; a LiveKit without
 * Redis has no telephony and refuses them all.
 */
public interface Sip {

    /**
     * Lets callers with that PIN into the room, whatever trunk they come by. The answer is the id LiveKit gave the rule; empty when another rule stands for the
     * same PIN, so that nothing happened.
     */
    Optional<String> create(String name, String room, String pin);

    /** One rule, by the id LiveKit gave it. */
    Optional<Rule> find(String id);

    /** All rules there are, of all rooms: dear where there are many. */
    List<Rule> list();

    /** Nothing when there is no such rule. */
    void delete(String id);

    /** A rule that leads callers to a room. */
    record Rule(String id, String name, String room, String pin) {}
}
