package io.causerie.storage;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Where media are kept: a bucket or a folder. Keys are relative, with {@code /} between their parts. A store that cannot be reached throws
 * {@link IOException}.
 */
public interface ObjectStore {

    /** What is known of an object without reading it. */
    record Head(String key, long size, String contentType, String etag, Instant modified) {}

    Optional<Head> head(String key) throws IOException;

    /** Reads {@code length} bytes from {@code offset}; the caller closes the stream. Empty when there is no such object. */
    Optional<InputStream> read(String key, long offset, long length) throws IOException;

    /** The file on this machine that is the object, as it is in this moment; empty where there is none, such as in a bucket. */
    default Optional<Path> file(String key) throws IOException {
        return Optional.empty();
    }

    /**
     * An address by which anybody may read the object for that long, signed for the address we ourselves use. Empty where the store has none, such as a
     * folder.
     */
    default Optional<URI> signedUrl(String key, Duration life) {
        return Optional.empty();
    }

    /** Writes a whole object, atomically: readers see the old or the new one. */
    void write(String key, String contentType, InputStream content, long length) throws IOException;

    /** Deletes the object; one that is not there is no error. */
    void delete(String key) throws IOException;

    /**
     * Appends a chunk to the unpublished object of that key, durable when it returns. {@code offset} is the size so far: a chunk that was stored before is
     * accepted again without effect, any other offset is an {@link IllegalArgumentException}. Answers the new size.
     */
    long append(String key, long offset, byte[] chunk) throws IOException;

    /** How many bytes were appended and not yet published; also after a crash, from any replica that shares the store. */
    long appended(String key) throws IOException;

    /** Makes what was appended the object of that key; empty when nothing was. May be called again after a crash. */
    Optional<Head> publish(String key, String contentType) throws IOException;

    /** Forgets what was appended. */
    void discard(String key) throws IOException;
}
