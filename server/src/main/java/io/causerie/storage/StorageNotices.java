package io.causerie.storage;

/** Hears what the object store tells; the module that owns the objects answers (contract 04, section 7.1). */
public interface StorageNotices {

    /** What became of a notice. */
    enum Outcome {
        /** The object's owner knows now that it is complete. */
        PROCESSED,
        /** There is nothing of that id. */
        UNKNOWN,
        /** It was known already, or is in no state in which an object may arrive. */
        NOT_SAVABLE
    }

    /** Called once the caller is authenticated; waits for the first attempt of what follows, and for nothing else. */
    Outcome created(StorageNotice.Created notice);
}
