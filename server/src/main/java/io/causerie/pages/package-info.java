/** The web client as files: the bundled one, or another build. */
@ApplicationModule(allowedDependencies = {"platform"})
@NullMarked
package io.causerie.pages;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
