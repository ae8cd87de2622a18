package io.causerie.drill;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** What people in the rooms were told, counted. */
final class Tally {

    final AtomicInteger started = new AtomicInteger();
    final AtomicInteger occupied = new AtomicInteger();
    final AtomicInteger notStarted = new AtomicInteger();
    final AtomicInteger unanswered = new AtomicInteger();
    final AtomicInteger strange = new AtomicInteger();

    /** Recordings somebody tried to delete, with the e-mail of their owner: once they are gone nobody else knows it. */
    final Map<String, String> doomed = new ConcurrentHashMap<>();

    /** Those of them of which people were told that they are deleted. */
    final AtomicInteger deleted = new AtomicInteger();

    /** Two of one room were told at the same moment that they had started. */
    final AtomicInteger twice = new AtomicInteger();

    /** Counts an answer to a start; true when it started. */
    boolean started(Person.Answer answer) {
        (switch (answer.status()) {
                    case 201 -> started;
                    case 409 -> occupied;
                    case 502, 500, 503 -> notStarted;
                    case Person.NOTHING -> unanswered;
                    default -> strange;
                })
                .incrementAndGet();
        return answer.status() == 201;
    }

    /** Counts an answer to a deletion. */
    void deleted(Person.Answer answer) {
        switch (answer.status()) {
            case 204 -> deleted.incrementAndGet();
            // somebody else was first, or it is in a state now that forbids it
            case 403, 404, Person.NOTHING -> {}
            default -> strange.incrementAndGet();
        }
    }

    String words() {
        return "started %d, refused %d, failed %d, unanswered %d, deleted %d"
                .formatted(started.get(), occupied.get(), notStarted.get(), unanswered.get(), deleted.get());
    }
}
