/** The drill: a server of its own among faults of every kind, and the account of what became of its recordings. No part of a server that runs. */
@ApplicationModule(allowedDependencies = {"platform"})
@NullMarked
package io.causerie.drill;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
