package io.causerie.storage;

import java.util.UUID;

/** What the object store tells (contract 04, section 7.3). */
public sealed interface StorageNotice {

    /**
     * A media file was written to the folder of recordings.
     *
     * @param object the id in its name
     * @param contentType {@code video/mp4} or {@code audio/ogg}
     */
    record Created(UUID object, String contentType) implements StorageNotice {}

    /** Something that is nobody's business: another folder, another type, a deletion. */
    record Ignored() implements StorageNotice {}
}
