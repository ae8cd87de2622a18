package io.causerie.platform;

import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Lets whoever caused effects wait a short moment for the first attempt of each, so that a client who looks right after the answer sees the settled state.
 * An outage of the outside never delays the answer by more than that moment, and never fails it (contract 04, section 14.1).
 */
@Component
public class FirstAttempts {

    private final Map<UUID, CountDownLatch> outstanding = new ConcurrentHashMap<>();
    private final Duration patience;

    FirstAttempts(@Value("${causerie.effects.first-attempt-wait:2s}") Duration patience) {
        this.patience = patience;
    }

    /** Announces the effects of the current transaction on that subject; forgotten if it rolls back. */
    public void expect(UUID subject, int effects) {
        if (effects < 1) {
            return;
        }
        outstanding.put(subject, new CountDownLatch(effects));
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCompletion(int status) {
                if (status != STATUS_COMMITTED) {
                    outstanding.remove(subject);
                }
            }
        });
    }

    /** One of the announced effects was tried, whatever came of it. */
    public void done(UUID subject) {
        outstanding.computeIfPresent(subject, (id, latch) -> {
            latch.countDown();
            return latch.getCount() == 0 ? null : latch;
        });
    }

    /** Waits until all were tried, or patience ends. Call it after the commit, holding no connection. */
    public void await(UUID subject) {
        var latch = outstanding.get(subject);
        if (latch == null) {
            return;
        }
        try {
            latch.await(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            outstanding.remove(subject, latch);
        }
    }
}
