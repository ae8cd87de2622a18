/** The life of a recording: workers, states, what happened to each, and who may see it. */
@ApplicationModule(allowedDependencies = {"platform", "users", "rooms", "livekit", "storage"})
@NullMarked
package io.causerie.recordings;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
