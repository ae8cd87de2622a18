/** What every module stands on: error bodies, request bodies, paging, rows, configuration, effects after commit. */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package io.causerie.platform;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
