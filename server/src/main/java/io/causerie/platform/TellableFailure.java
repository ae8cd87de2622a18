package io.causerie.platform;

/** A failure made for the operator's eyes. */
public interface TellableFailure {

    /** What was found and what to do, without a secret. */
    String told();
}
