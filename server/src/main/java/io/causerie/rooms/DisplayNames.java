package io.causerie.rooms;

import io.causerie.users.User;
import io.causerie.users.Users;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Under which name people appear in meetings, and whether they choose it themselves (contract 03, sections 9 and 24.2, item 8). */
@Component
public class DisplayNames {

    private final RoomProperties properties;
    private final Users users;

    DisplayNames(RoomProperties properties, Users users) {
        this.properties = properties;
        this.users = users;
    }

    /** The name asked for where the person may choose, else the account's; guests always may, and are {@code Anonymous} when they do not. */
    public String of(@Nullable User user, @Nullable String asked) {
        boolean free = user == null || properties.participantsCanEditName();
        if (free && asked != null && !asked.isEmpty()) {
            return asked;
        }
        return user == null ? "Anonymous" : user.name();
    }

    /** Whether whoever goes by that LiveKit identity may take another name while in the meeting. */
    public boolean mayChoose(String identity) {
        return properties.participantsCanEditName()
                || users.byIdentity(identity).isEmpty();
    }
}
