package io.causerie.rooms;

import io.causerie.platform.Input;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Who shall have which role on what; null for what was not said, or not readably: the input keeps the faults until they are told. */
record AccessForm(
        @Nullable UUID user,
        @Nullable UUID resource,
        @Nullable Role role) {

    /** For a new access, or one in place of another: person and resource must be named. */
    static AccessForm whole(Input input) {
        return new AccessForm(
                input.requiredKey("user").orElse(null),
                input.requiredKey("resource").orElse(null),
                input.optionalChoice("role", Role.class).orElse(null));
    }

    static AccessForm partial(Input input) {
        return new AccessForm(
                input.optionalKey("user").orElse(null),
                input.optionalKey("resource").orElse(null),
                input.optionalChoice("role", Role.class).orElse(null));
    }
}
