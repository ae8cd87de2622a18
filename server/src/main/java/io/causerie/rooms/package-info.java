/** Rooms: accesses, access levels, configuration, slugs and the tokens that open them. */
@ApplicationModule(allowedDependencies = {"platform", "users", "livekit", "mail"})
@NullMarked
package io.causerie.rooms;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
