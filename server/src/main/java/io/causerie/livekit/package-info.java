/** All talk with LiveKit: rooms, participants, egress, tokens, and the webhooks it sends. */
@ApplicationModule(allowedDependencies = {"platform"})
@NullMarked
package io.causerie.livekit;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
