package io.causerie.livekit;

/**
 * Thrown by a listener that does not know what an event tells of: a room or an egress of somebody else's, or one not stored yet. LiveKit is told 500 as
 * for any failure and sends the event again, but there is nothing for an operator to look into (contract 03, section 24.2, item 16).
 */
public class NotOurs extends RuntimeException {

    /** {@code message} holds no personal data: it is logged. */
    public NotOurs(String message) {
        super(message, null, false, false);
    }
}
