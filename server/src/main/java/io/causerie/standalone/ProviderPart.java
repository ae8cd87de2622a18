package io.causerie.standalone;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.autoconfigure.condition.ConditionalOnExpression;
import org.springframework.context.annotation.Profile;

/** A part of the built-in identity provider: there in standalone only, and only while the operator names no provider of their own. */
@Profile("standalone")
@ConditionalOnExpression("'${causerie.oidc.issuer:}' == '${causerie.url:}'")
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@interface ProviderPart {}
