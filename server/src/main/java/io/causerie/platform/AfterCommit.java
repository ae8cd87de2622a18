package io.causerie.platform;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.AliasFor;
import org.springframework.scheduling.annotation.Async;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.event.TransactionalEventListener;

/** Runs once the publishing transaction is committed, holding no connection; kept and retried until it succeeds. */
@Async
@Transactional(propagation = Propagation.NOT_SUPPORTED)
@TransactionalEventListener
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface AfterCommit {

    /** Names the listener in the publication log; must never change. */
    @AliasFor(annotation = EventListener.class, attribute = "id")
    String value();
}
