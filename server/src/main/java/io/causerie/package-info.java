/** A self-hosted meeting server on LiveKit; each package below is a module with declared dependencies. */
@NullMarked
package io.causerie;

import org.jspecify.annotations.NullMarked;
