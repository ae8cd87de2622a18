/** Services of others that hear of what happens here; without it the product works. */
@ApplicationModule(allowedDependencies = {"platform", "users"})
@NullMarked
package io.causerie.integrations;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
