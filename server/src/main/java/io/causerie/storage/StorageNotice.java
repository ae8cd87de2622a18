package io.causerie.storage;

/** What the object store tells (contract 04, section 7). */
public sealed interface StorageNotice {

    /** An object was written; the key is decoded. */
    record Created(String key, String contentType) implements StorageNotice {}
}
