package io.causerie.users;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Whoever sends the request, signed in or not; never refused by itself, though a signed-in one passes the CSRF check. */
public record Caller(@Nullable User person) {

    public Optional<User> user() {
        return Optional.ofNullable(person);
    }

    public boolean anonymous() {
        return person == null;
    }
}
