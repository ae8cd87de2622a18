package io.causerie.platform;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.AliasFor;
import org.springframework.scheduling.annotation.Async;
import org.springframework.transaction.event.TransactionalEventListener;

/**
 * Runs once the publishing transaction is committed, on a thread of its own; kept and retried until it succeeds. It runs in no transactional scope at all, not
 * even an empty one ({@code NOT_SUPPORTED}): that would keep the connection of the listener's first statement until its end. So each statement borrows one and
 * gives it back, and none is held while the outside is asked.
 */
@Async
@TransactionalEventListener
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface AfterCommit {

    /** Names the listener in the publication log; must never change. */
    @AliasFor(annotation = EventListener.class, attribute = "id")
    String value();
}
