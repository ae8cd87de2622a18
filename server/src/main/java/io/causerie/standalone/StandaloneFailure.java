package io.causerie.standalone;

import io.causerie.platform.TellableFailure;

/** Why the embedded parts cannot start: one sentence for the person at the console, naming the setting that helps. */
class StandaloneFailure extends RuntimeException implements TellableFailure {

    final String action;

    StandaloneFailure(String description, String action) {
        super(description);
        this.action = action;
    }

    StandaloneFailure(String description, String action, Throwable cause) {
        super(description, cause);
        this.action = action;
    }

    @Override
    public String told() {
        return getMessage() + " " + action;
    }
}
