package io.causerie.platform;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks what is there when a command runs instead of the server: with a value it is the command of that name, without one a bean of
 * the server that commands need too. Nothing else is made, so that a command starts quickly and does nothing but its work.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface CommandPart {

    /** The command's name; empty for a part. */
    String value() default "";
}
