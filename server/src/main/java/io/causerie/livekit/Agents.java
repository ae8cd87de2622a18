package io.causerie.livekit;

/** Programs that take part in a meeting when they are sent for (contract 03, section 14; 04, section 11). May throw {@link LiveKitException}. */
public interface Agents {

    /** Sends for an agent and tells it {@code metadata}; the answer is the id of that order. Agents themselves see to it that they come once. */
    String dispatch(String agent, String room, String metadata);

    /** Takes an order back; nothing when it is not known any more. */
    void recall(String dispatch, String room);
}
