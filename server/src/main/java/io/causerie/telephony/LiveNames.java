package io.causerie.telephony;

import java.util.Optional;
import java.util.UUID;

/** Names of LiveKit rooms: a registered room's is its id. */
final class LiveNames {

    private LiveNames() {}

    /** The id; empty for any name that is not exactly one. */
    static Optional<UUID> id(String name) {
        try {
            return Optional.of(UUID.fromString(name)).filter(it -> it.toString().equals(name));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
