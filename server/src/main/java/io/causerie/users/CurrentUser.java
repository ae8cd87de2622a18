package io.causerie.users;

import java.util.UUID;

/** The signed-in person who sends the request; a controller that asks for one answers 401 to anybody else. */
public record CurrentUser(User user) {

    public UUID id() {
        return user.id();
    }
}
