/** People: accounts, sign-in and sign-out, sessions, preferences. */
@ApplicationModule(allowedDependencies = {"platform"})
@NullMarked
package io.causerie.users;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
