package io.causerie.platform;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * An endpoint that may be asked only so often: counted after the caller is known and permitted, before its method, its flag and its body are looked at, and
 * with any method (contract 01, sections 2 and 14).
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface Throttled {

    /** All of them are asked, and count, even when the first refuses. */
    ThrottleScope[] value();
}
