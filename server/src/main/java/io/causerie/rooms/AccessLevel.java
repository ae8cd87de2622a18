package io.causerie.rooms;

import io.causerie.platform.Choice;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Who enters a room without waiting (contract 03, section 4). */
public enum AccessLevel implements Choice {
    PUBLIC,
    TRUSTED,
    RESTRICTED;

    @Override
    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether somebody gets LiveKit credentials at once; {@code role} is the person's on the room, null for none. */
    public boolean admits(boolean anonymous, @Nullable Role role) {
        return switch (this) {
            case PUBLIC -> true;
            case TRUSTED -> !anonymous;
            case RESTRICTED -> role != null;
        };
    }
}
