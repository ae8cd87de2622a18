/** What happens in live meetings, and whether somebody could take part in one. */
@ApplicationModule(allowedDependencies = {"platform", "users", "rooms", "livekit"})
@NullMarked
package io.causerie.meetings;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
