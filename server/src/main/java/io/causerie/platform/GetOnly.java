package io.causerie.platform;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** An endpoint that answers {@code GET} but not {@code HEAD}: the contract has some (01, section 1.2). */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@interface GetOnly {}
