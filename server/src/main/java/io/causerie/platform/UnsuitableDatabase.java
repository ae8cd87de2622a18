package io.causerie.platform;

/** A database this server must not touch; its message says what was found and what to do. */
public class UnsuitableDatabase extends RuntimeException {
    UnsuitableDatabase(String message) {
        super(message);
    }
}
