package io.causerie.users;

import io.causerie.platform.StrictSchema;
import java.util.List;

/** What a room's configuration, and a person's default for new rooms, may hold (contract 03, section 5.8). */
public final class RoomPreferences {

    /** All that can be published, in the contract's order. */
    public static final List<String> SOURCES = List.of("camera", "microphone", "screen_share", "screen_share_audio");

    /** Here rather than with rooms, because rooms build on users and both are checked alike. */
    public static final StrictSchema CONFIGURATION = StrictSchema.of("RoomConfiguration")
            .words("can_publish_sources", SOURCES)
            .truth("everyone_can_mute");

    private RoomPreferences() {}
}
