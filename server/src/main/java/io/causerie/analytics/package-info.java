/** Tells a service of the operator's choice what happens here, in the background; without it the product works. */
@ApplicationModule(allowedDependencies = {"platform", "rooms", "telephony"})
@NullMarked
package io.causerie.analytics;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
