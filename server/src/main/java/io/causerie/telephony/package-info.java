/** Meetings by telephone: for now the number people call. */
@ApplicationModule(allowedDependencies = {"platform"})
@NullMarked
package io.causerie.telephony;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
