/** The waiting room: who knocks, who may enter, who is told. */
@ApplicationModule(allowedDependencies = {"platform", "users", "livekit", "rooms"})
@NullMarked
package io.causerie.lobby;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
