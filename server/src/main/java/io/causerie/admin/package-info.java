/** What operators do across all modules: one account of several, and later the console. */
@ApplicationModule(
        allowedDependencies = {
            "platform",
            "users",
            "rooms",
            "recordings",
            "notifications",
            "files",
            "livekit",
            "storage",
            "mail"
        })
@NullMarked
package io.causerie.admin;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
