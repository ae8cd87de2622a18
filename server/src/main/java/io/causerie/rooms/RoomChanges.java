package io.causerie.rooms;

import io.causerie.platform.ApiException;
import io.causerie.platform.Choice;
import io.causerie.platform.FirstAttempts;
import io.causerie.users.CurrentUser;
import io.causerie.users.User;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** Makes, changes and deletes rooms (contract 03, sections 5.5 to 5.7); whether somebody may is settled before. */
@Service
class RoomChanges {

    private static final Logger log = LoggerFactory.getLogger(RoomChanges.class);

    private final RoomRepository repository;
    private final RoomProperties properties;
    private final TransactionTemplate transaction;
    private final ApplicationEventPublisher events;
    private final Waiting waiting;

    RoomChanges(
            RoomRepository repository,
            RoomProperties properties,
            TransactionTemplate transaction,
            ApplicationEventPublisher events,
            Waiting waiting) {
        this.repository = repository;
        this.properties = properties;
        this.transaction = transaction;
        this.events = events;
        this.waiting = waiting;
    }

    /** Who waits for what comes of a change: its maker, and a page elsewhere. */
    @Component
    record Waiting(FirstAttempts attempts, CreationCallbacks callbacks) {}

    /** A new room, as its owner sees it. */
    SeenRoom create(RoomForm form, CurrentUser owner) {
        var name = form.name() == null ? "" : form.name();
        var room = new Room(
                UUID.randomUUID(),
                name,
                Slugs.of(name),
                configuration(form, owner.user()),
                level(form, owner.user()),
                null);
        var access = new RoomAccess(UUID.randomUUID(), Role.OWNER, owner.user());
        var made = new SeenRoom(
                inserted(room, access, form.callback() != null), Role.OWNER, Removed.NOBODY, List.of(access));
        if (form.callback() != null) {
            waiting.callbacks().keep(form.callback(), room.slug());
        }
        return made;
    }

    /** Changes what the form says, and tells the live room once that is committed. */
    void update(Room room, RoomForm form) {
        boolean changed = form.accessLevel() != null && form.accessLevel() != room.accessLevel()
                || form.configuration() != null && !form.configuration().equals(room.configuration());
        try {
            transaction.executeWithoutResult(status -> update(room.id(), form, changed));
        } catch (DuplicateKeyException e) {
            throw taken(e);
        }
        if (changed) {
            waiting.attempts().await(room.id());
        }
    }

    /** A recording or an access that comes in between makes the database refuse; then all is there to be deleted again. */
    void delete(UUID id, UUID by) {
        for (int tries = 1; ; tries++) {
            try {
                transaction.executeWithoutResult(status -> {
                    repository.lockForDeletion(id);
                    events.publishEvent(new RoomDeleting(id, by));
                    repository.delete(id);
                    events.publishEvent(new RoomDeleted(id));
                    waiting.attempts().expect(id, 1);
                });
                waiting.attempts().await(id);
                return;
            } catch (DataIntegrityViolationException e) {
                if (tries == 3) {
                    throw e;
                }
            }
        }
    }

    private void update(UUID id, RoomForm form, boolean changed) {
        if (!repository.update(id, form.name(), form.slug(), form.accessLevel(), form.configuration())) {
            throw ApiException.NotFound.no("Room");
        }
        if (changed) {
            events.publishEvent(new RoomChanged(id));
            waiting.attempts().expect(id, 1);
        }
    }

    private Room inserted(Room room, RoomAccess access, boolean fromCallback) {
        for (int tries = properties.pins() ? properties.pinMaxRetries() : 0; tries > 0; tries--) {
            var numbered = room.reachedBy(Pins.next(properties.pinLength()));
            if (insert(numbered, access, fromCallback)) {
                return numbered;
            }
        }
        if (properties.pins()) {
            log.warn(
                    "Failed to generate unique PIN code of length {} after {} attempts",
                    properties.pinLength(),
                    properties.pinMaxRetries());
        }
        insert(room, access, fromCallback);
        return room;
    }

    /** False when the PIN is another room's. */
    private boolean insert(Room room, RoomAccess access, boolean fromCallback) {
        try {
            var owner = access.user().id();
            transaction.executeWithoutResult(status -> {
                repository.insert(room, access.id(), owner);
                events.publishEvent(new RoomCreated(room.id(), owner, room.accessLevel(), fromCallback));
            });
            return true;
        } catch (DuplicateKeyException e) {
            if (constraint(e).contains("meet_room_pin_code_key")) {
                return false;
            }
            throw taken(e);
        }
    }

    /** Tells the constraint as the contract does, also to the loser of a race. */
    private static RuntimeException taken(DuplicateKeyException e) {
        return constraint(e).contains("meet_room_slug_key")
                ? ApiException.Invalid.field("slug", "Room with this Slug already exists.")
                : e;
    }

    private static String constraint(DuplicateKeyException e) {
        return String.valueOf(e.getMostSpecificCause().getMessage());
    }

    private AccessLevel level(RoomForm form, User owner) {
        return form.accessLevel() != null ? form.accessLevel() : preferred(owner.defaultRoomAccessLevel());
    }

    /** A word that is no access level may have been stored by somebody else: it counts as none. */
    private AccessLevel preferred(@Nullable String wire) {
        try {
            return wire == null || wire.isEmpty()
                    ? properties.defaultAccessLevel()
                    : Choice.of(AccessLevel.class, wire);
        } catch (IllegalArgumentException e) {
            return properties.defaultAccessLevel();
        }
    }

    private static JsonNode configuration(RoomForm form, User owner) {
        if (form.configuration() != null && !form.configuration().isEmpty()) {
            return form.configuration();
        }
        var preferred = owner.defaultRoomConfiguration();
        return preferred.isObject() ? preferred : JsonNodeFactory.instance.objectNode();
    }
}
