/** Mail: templates, languages, sending. */
@ApplicationModule(allowedDependencies = {"platform"})
@NullMarked
package io.causerie.mail;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
