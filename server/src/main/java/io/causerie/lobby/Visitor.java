package io.causerie.lobby;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Whoever knocks at a room, as hosts see them.
 *
 * @param id the secret of their browser
 * @param username under which they knocked first
 * @param person their identity when they are signed in; null for guests
 */
record Visitor(
        UUID id, String username, String color, @Nullable String person) {

    /** The same browser, in which that person is signed in now. */
    Visitor signedIn(@Nullable String now) {
        return now == null || now.equals(person) ? this : new Visitor(id, username, color, now);
    }
}
