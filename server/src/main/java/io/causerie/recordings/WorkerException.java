package io.causerie.recordings;

/** A worker that did not do what was asked. */
public class WorkerException extends RuntimeException {

    private final boolean unknown;

    /** {@code unknown}: no answer came, so it may have been done all the same. */
    public WorkerException(String message, boolean unknown) {
        super(message);
        this.unknown = unknown;
    }

    public boolean unknown() {
        return unknown;
    }
}
