package io.causerie.rooms;

import io.causerie.platform.Choice;
import java.util.Locale;

/** Who enters a room without waiting (contract 03, section 4). */
public enum AccessLevel implements Choice {
    PUBLIC,
    TRUSTED,
    RESTRICTED;

    @Override
    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }
}
