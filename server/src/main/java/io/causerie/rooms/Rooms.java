package io.causerie.rooms;

import io.causerie.platform.ApiException;
import io.causerie.users.CurrentUser;
import io.causerie.users.User;
import io.causerie.users.Users;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/** The registered rooms (contract 03, sections 3 to 5), read afresh by each request that needs one. */
@Service
public class Rooms {

    /** What is told to who must administer a room. */
    public static final String PRIVILEGES = "You must have privileges on room to perform this action.";

    private final RoomRepository repository;
    private final Users users;
    private final TransactionTemplate transaction;
    private final ApplicationEventPublisher events;

    Rooms(RoomRepository repository, Users users, TransactionTemplate transaction, ApplicationEventPublisher events) {
        this.repository = repository;
        this.users = users;
        this.transaction = transaction;
        this.events = events;
    }

    public Optional<Room> find(UUID id) {
        return repository.find(new RoomKey.Id(id));
    }

    /** By what a path holds: an id in any spelling, else a slug. */
    public Optional<Room> find(String idOrSlug) {
        return repository.find(RoomKey.of(idOrSlug));
    }

    /** By the PIN that callers type. */
    public Optional<Room> reachedBy(String pin) {
        return repository.reachedBy(pin);
    }

    /** The room, if the person administers it; else the 404 or the 403 of the contract. */
    public Room privileged(String idOrSlug, CurrentUser user) {
        var seen = repository
                .withRole(RoomKey.of(idOrSlug), user.id())
                .orElseThrow(() -> ApiException.NotFound.no("Room"));
        if (!seen.privileged()) {
            throw new ApiException.Forbidden(PRIVILEGES);
        }
        return seen.room();
    }

    /** What the person may do on the room; empty for a stranger. */
    public Optional<Role> role(UUID room, UUID user) {
        return repository.role(room, user);
    }

    /** What somebody in the meeting may do on the room, by their LiveKit identity; empty for guests and strangers. */
    public Optional<Role> roleOf(UUID room, String identity) {
        return repository.roleOf(room, identity);
    }

    /** Gives somebody that role in place of theirs; false for an owner, who keeps it. 404 when the room goes at the same moment. */
    public boolean give(UUID room, UUID user, Role role) {
        try {
            return Boolean.TRUE.equals(transaction.execute(status -> stored(room, user, role)));
        } catch (DataIntegrityViolationException e) {
            throw ApiException.NotFound.no("Room");
        }
    }

    private boolean stored(UUID room, UUID user, Role role) {
        boolean given = repository.give(room, user, role);
        if (given) {
            events.publishEvent(new RoleChanged(room, user, role));
        }
        return given;
    }

    /** Whose room it is; may be nobody's. */
    public List<User> owners(UUID room) {
        return users.all(repository.owners(room));
    }
}
