package io.causerie.lobby;

import io.causerie.platform.Choice;
import java.util.Locale;

/** What came of knocking so far (contract 03, section 11). */
enum EntryStatus implements Choice {
    WAITING,
    ACCEPTED,
    DENIED;

    @Override
    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }
}
