package io.causerie.platform;

/** Thrown by an {@link AfterCommit} listener that said everything there is to say: its publication stays outstanding and comes again. */
public final class TryAgain extends RuntimeException {

    /** {@code effect}: what is still to be done, without personal data. */
    public TryAgain(String effect) {
        super(effect + " is still to be done", null, false, false);
    }
}
