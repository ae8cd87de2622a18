/** What people are told about their recordings. */
@ApplicationModule(allowedDependencies = {"platform", "users", "rooms", "recordings", "mail", "storage", "analytics"})
@NullMarked
package io.causerie.notifications;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
