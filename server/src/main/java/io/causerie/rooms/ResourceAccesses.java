package io.causerie.rooms;

import io.causerie.platform.ApiException;
import io.causerie.platform.Input;
import io.causerie.rooms.ResourceAccessRepository.Pair;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/** Who may do what on rooms, and who may change that (contract 03, section 8). The last owner stays, also when two would leave at once. */
@Service
class ResourceAccesses {

    private static final String ADD = "You must be administrator or owner of a room to add accesses to it.";
    private static final String ONLY_OWNERS = "Only owners of a room can assign other users as owners.";
    private static final String LAST_OWNER = "A resource should keep at least one owner.";
    private static final String TAKEN = "Resource access with this User and Resource already exists.";

    private final ResourceAccessRepository repository;
    private final TransactionTemplate transaction;
    private final ApplicationEventPublisher events;

    ResourceAccesses(
            ResourceAccessRepository repository, TransactionTemplate transaction, ApplicationEventPublisher events) {
        this.repository = repository;
        this.transaction = transaction;
        this.events = events;
    }

    /** The access, if the caller administers what it is to; else the 404 or the 403 of the contract. */
    ResourceAccess administered(UUID id, UUID caller) {
        return seen(id, caller).access();
    }

    ResourceAccess create(Input input, UUID caller) {
        var form = AccessForm.whole(input);
        for (int tries = 1; ; tries++) {
            var pair = repository.pair(form.resource(), form.user(), caller);
            verify(input, form, pair, null);
            var role = form.role() == null ? Role.MEMBER : form.role();
            if (role == Role.OWNER && pair.caller() != Role.OWNER) {
                throw new ApiException.Forbidden(ONLY_OWNERS);
            }
            var access = new ResourceAccess(
                    UUID.randomUUID(),
                    Objects.requireNonNull(form.user()),
                    Objects.requireNonNull(form.resource()),
                    role);
            try {
                insert(access);
                return access;
            } catch (DataIntegrityViolationException e) {
                // person or resource went in between: the second look tells which
                if (tries == 2) {
                    throw e;
                }
            }
        }
    }

    /** Changes the role, if the form says one; person and resource stay, though what is said of them is checked. */
    ResourceAccess update(ResourceAccess before, Input input, AccessForm form, UUID caller) {
        var resource = input.has("resource") ? form.resource() : before.resource();
        var user = input.has("user") ? form.user() : before.user();
        verify(input, form, repository.pair(resource, user, caller), before.id());
        return Objects.requireNonNull(transaction.execute(status -> {
            var seen = locked(before, caller);
            verifyChange(seen, form.role());
            return form.role() == null ? seen.access() : change(seen.access(), form.role());
        }));
    }

    void delete(ResourceAccess access, UUID caller) {
        transaction.executeWithoutResult(status -> {
            var seen = locked(access, caller);
            if (seen.access().owning() && !seen.own()) {
                throw new ApiException.Forbidden();
            }
            if (seen.lastOwner()) {
                throw new ApiException.Forbidden(LAST_OWNER);
            }
            repository.delete(access.id());
            events.publishEvent(new RoleChanged(access.resource(), access.user(), null));
        });
    }

    /** Seen again under lock: what was read before may be another's past. */
    private SeenAccess locked(ResourceAccess access, UUID caller) {
        repository.lock(access.resource());
        return seen(access.id(), caller);
    }

    private SeenAccess seen(UUID id, UUID caller) {
        var seen = repository.seen(id, caller).orElseThrow(() -> ApiException.NotFound.no("ResourceAccess"));
        if (!seen.administered()) {
            throw new ApiException.Forbidden();
        }
        return seen;
    }

    /** A resource the caller does not administer comes before the faults of other fields. */
    private static void verify(Input input, AccessForm form, Pair pair, @Nullable UUID own) {
        if (pair.resource() && !pair.administered()) {
            throw new ApiException.Forbidden(ADD);
        }
        if (form.user() != null && !pair.user()) {
            input.refuseKey("user");
        }
        if (form.resource() != null && !pair.resource()) {
            input.refuseKey("resource");
        }
        input.verify();
        if (pair.given() != null && !pair.given().equals(own)) {
            throw taken();
        }
    }

    private static void verifyChange(SeenAccess seen, @Nullable Role role) {
        boolean anothers = seen.access().owning() && !seen.own();
        if (anothers || role == Role.OWNER && seen.caller() != Role.OWNER) {
            throw new ApiException.Forbidden(ONLY_OWNERS);
        }
        if (role != null && role != Role.OWNER && seen.lastOwner()) {
            throw new ApiException.Forbidden(LAST_OWNER);
        }
    }

    private ResourceAccess change(ResourceAccess access, Role role) {
        if (access.role() == role) {
            return access;
        }
        repository.update(access.id(), role);
        events.publishEvent(new RoleChanged(access.resource(), access.user(), role));
        return new ResourceAccess(access.id(), access.user(), access.resource(), role);
    }

    private void insert(ResourceAccess access) {
        transaction.executeWithoutResult(status -> {
            if (!repository.insert(access)) {
                throw taken();
            }
            events.publishEvent(new RoleChanged(access.resource(), access.user(), access.role()));
        });
    }

    private static ApiException taken() {
        return ApiException.Invalid.field("non_field_errors", TAKEN);
    }
}
