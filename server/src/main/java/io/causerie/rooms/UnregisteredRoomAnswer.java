package io.causerie.rooms;

import io.causerie.livekit.AccessTokens.Credentials;
import org.jspecify.annotations.Nullable;

/** An address nobody registered, as an ad-hoc public room (contract 03, section 5.4); {@code id} is always null. */
record UnregisteredRoomAnswer(
        @Nullable String id, String slug, boolean isAdministrable, AccessLevel accessLevel, Credentials livekit) {

    static UnregisteredRoomAnswer of(Credentials livekit) {
        return new UnregisteredRoomAnswer(null, livekit.room(), false, AccessLevel.PUBLIC, livekit);
    }
}
