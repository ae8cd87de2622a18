package io.causerie.platform;

/** A database this server must not touch; its message says what was found and what to do. */
public class UnsuitableDatabase extends RuntimeException implements TellableFailure {

    UnsuitableDatabase(String message) {
        super(message);
    }

    @Override
    public String told() {
        return String.valueOf(getMessage());
    }
}
