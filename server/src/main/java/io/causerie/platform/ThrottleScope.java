package io.causerie.platform;

import java.util.Locale;

/** What is throttled, each by its own rate (contract 01, section 14). */
public enum ThrottleScope {
    /** Asking to enter a room: by user or by lobby cookie. */
    REQUEST_ENTRY,
    /** Fetching a room just created: by address. */
    CREATION_CALLBACK,
    /** Room systems, all together. */
    ROOMKIT_JOIN,
    /** Testing the connection: by user or by address. */
    CONNECTION_TEST;

    String wire() {
        return name().toLowerCase(Locale.ROOT);
    }
}
