/** The embedded parts of make run: database, LiveKit, identity provider, mail inbox. */
@ApplicationModule(allowedDependencies = {"platform", "users", "livekit", "storage"})
@NullMarked
package io.causerie.standalone;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
