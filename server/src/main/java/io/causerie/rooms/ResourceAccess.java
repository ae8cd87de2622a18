package io.causerie.rooms;

import java.util.UUID;

/** One person's role on a resource, as stored and as told (contract 03, section 8); today every resource is a room. */
record ResourceAccess(UUID id, UUID user, UUID resource, Role role) {

    boolean owning() {
        return role == Role.OWNER;
    }
}
