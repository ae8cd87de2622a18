/** Files people upload, such as backgrounds: where they are kept and when they are removed. */
@ApplicationModule(allowedDependencies = {"platform", "users", "storage"})
@NullMarked
package io.causerie.files;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
