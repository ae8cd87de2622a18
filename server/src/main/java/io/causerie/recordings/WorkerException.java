package io.causerie.recordings;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A worker that did not do what was asked. */
public class WorkerException extends RuntimeException {

    private final boolean unknown;
    private final @Nullable String words;

    /** {@code unknown}: no answer came, so it may have been done all the same. The message is for operators. */
    public WorkerException(String message, boolean unknown) {
        this(message, unknown, null);
    }

    private WorkerException(String message, boolean unknown, @Nullable String words) {
        super(message);
        this.unknown = unknown;
        this.words = words;
    }

    /** Certainly not done, for a reason the person who asked may read, such as a limit that is reached. */
    public static WorkerException refused(String words) {
        return new WorkerException(words, false, words);
    }

    public boolean unknown() {
        return unknown;
    }

    /** The reason in words for the person who asked, if there is one. */
    public Optional<String> words() {
        return Optional.ofNullable(words);
    }
}
