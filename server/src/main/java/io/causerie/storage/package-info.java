/** Objects and who may read them: stores, media gateway, forward-auth, storage notices. */
@ApplicationModule(allowedDependencies = {"platform", "users"})
@NullMarked
package io.causerie.storage;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
