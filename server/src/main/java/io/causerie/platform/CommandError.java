package io.causerie.platform;

/** Why a command could not do its work; written as {@code CommandError: ...}, and the process ends with 1. */
public final class CommandError extends RuntimeException implements TellableFailure {

    public CommandError(String message) {
        super(message);
    }

    @Override
    public String told() {
        return String.valueOf(getMessage());
    }
}
