/** Meetings by telephone: the number people call, the rules that lead callers to rooms, and room systems. */
@ApplicationModule(allowedDependencies = {"platform", "livekit", "rooms"})
@NullMarked
package io.causerie.telephony;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
