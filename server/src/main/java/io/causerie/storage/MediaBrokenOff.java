package io.causerie.storage;

/**
 * The store failed when a part of an object was already sent. A controller passes it on to the container, which breaks the connection off: the reader must not
 * take a part for the whole.
 */
public class MediaBrokenOff extends RuntimeException {

    MediaBrokenOff(String message, Exception cause) {
        super(message, cause);
    }
}
