package io.causerie.platform;

/** What we read from failed when a part of it was already sent: the connection is broken off, for the reader must not take a part for the whole. */
public class AnswerBrokenOff extends RuntimeException {

    public AnswerBrokenOff(String message, Exception cause) {
        super(message, cause);
    }
}
