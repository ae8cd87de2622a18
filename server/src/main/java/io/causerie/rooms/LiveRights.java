package io.causerie.rooms;

import io.causerie.livekit.AccessTokens;
import io.causerie.livekit.LivePeople.Permission;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What somebody's role lets them do in a meeting that goes on: what a fresh token would (contract 03, section 9). */
@Component
public class LiveRights {

    private final AccessTokens tokens;

    LiveRights(AccessTokens tokens) {
        this.tokens = tokens;
    }

    /** {@code role}: null for none. */
    public Permission of(Room room, @Nullable Role role) {
        var said = role != null && role.privileged() ? null : RoomTokens.sources(room.configuration());
        var sources = said == null ? tokens.defaultSources() : said;
        return new Permission(true, !sources.isEmpty(), true, sources, false, false, false, false, false);
    }
}
