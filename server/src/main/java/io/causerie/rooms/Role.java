package io.causerie.rooms;

import io.causerie.platform.Choice;
import java.util.Locale;

/** What a person may do on a room or a recording, weakest first (contract 02, section 3). */
public enum Role implements Choice {
    MEMBER,
    ADMINISTRATOR,
    OWNER;

    @Override
    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Administrators and owners. */
    public boolean privileged() {
        return this != MEMBER;
    }
}
