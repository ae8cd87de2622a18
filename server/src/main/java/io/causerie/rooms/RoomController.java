package io.causerie.rooms;

import io.causerie.platform.ApiException;
import io.causerie.platform.Body;
import io.causerie.platform.Page;
import io.causerie.platform.Paging;
import io.causerie.platform.Query;
import io.causerie.users.Caller;
import io.causerie.users.CurrentUser;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The room resource (contract 03, section 5). */
@RestController
@RequestMapping("/api/v1.0/rooms")
class RoomController {

    private static final String ONE = "/{pk:[^.]+}/";

    private final RoomRepository rooms;
    private final RoomChanges changes;
    private final RoomTokens tokens;
    private final Guests guests;
    private final RoomProperties properties;

    RoomController(
            RoomRepository rooms, RoomChanges changes, RoomTokens tokens, Guests guests, RoomProperties properties) {
        this.rooms = rooms;
        this.changes = changes;
        this.tokens = tokens;
        this.guests = guests;
        this.properties = properties;
    }

    @GetMapping("/")
    Page<RoomAnswer> list(Caller caller, HttpServletRequest request) {
        var paging = Paging.sized(request);
        var page = caller.user()
                .map(it -> paging.page(
                        () -> rooms.countOf(it.id()), (limit, offset) -> rooms.page(it.id(), limit, offset)))
                .orElseGet(() -> paging.page(0, (limit, offset) -> List.of()));
        return page.map(it -> answer(it, caller, request));
    }

    @PostMapping("/")
    @ResponseStatus(HttpStatus.CREATED)
    RoomAnswer create(CurrentUser user, Body body, HttpServletRequest request) {
        var created = changes.create(RoomForm.whole(body.read()), user);
        return answer(created, new Caller(user.user()), request);
    }

    @GetMapping(ONE)
    Object retrieve(@PathVariable String pk, Caller caller, HttpServletRequest request, HttpServletResponse response) {
        var key = RoomKey.of(pk);
        var id = caller.user().map(it -> it.id()).orElse(null);
        var seen = rooms.seen(key, id);
        if (seen.isEmpty()) {
            return unregistered(key, caller, request);
        }
        var guest = caller.anonymous() && seen.get().admits(caller, null, guests)
                ? guest(request, response)
                : guests.of(request).orElse(null);
        return answer(seen.get(), caller, guest, request);
    }

    @PutMapping(ONE)
    RoomAnswer replace(@PathVariable String pk, CurrentUser user, Body body, HttpServletRequest request) {
        var seen = administered(pk, user);
        return update(seen, RoomForm.whole(body.read()), user, request);
    }

    @PatchMapping(ONE)
    RoomAnswer change(@PathVariable String pk, CurrentUser user, Body body, HttpServletRequest request) {
        var seen = administered(pk, user);
        return update(seen, RoomForm.partial(body.read()), user, request);
    }

    @DeleteMapping(ONE)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void delete(@PathVariable String pk, CurrentUser user) {
        var seen = seen(pk, user);
        if (seen.role() != Role.OWNER) {
            throw new ApiException.Forbidden();
        }
        changes.delete(seen.room().id(), user.id());
    }

    private RoomAnswer update(SeenRoom before, RoomForm form, CurrentUser user, HttpServletRequest request) {
        changes.update(before.room(), form);
        var after = rooms.seen(new RoomKey.Id(before.room().id()), user.id())
                .orElseThrow(() -> ApiException.NotFound.no("Room"));
        return answer(after, new Caller(user.user()), request);
    }

    private SeenRoom administered(String pk, CurrentUser user) {
        var seen = seen(pk, user);
        if (!seen.privileged()) {
            throw new ApiException.Forbidden();
        }
        return seen;
    }

    private SeenRoom seen(String pk, CurrentUser user) {
        return rooms.withRole(RoomKey.of(pk), user.id()).orElseThrow(() -> ApiException.NotFound.no("Room"));
    }

    private RoomAnswer answer(SeenRoom seen, Caller caller, HttpServletRequest request) {
        return answer(seen, caller, null, request);
    }

    private RoomAnswer answer(SeenRoom seen, Caller caller, @Nullable UUID guest, HttpServletRequest request) {
        boolean admitted = seen.admits(caller, guest, guests);
        return RoomAnswer.of(seen, admitted ? tokens.into(seen, caller, guest, Query.last(request, "username")) : null);
    }

    /** A browser that is let in is to be known again: whoever is put out of the meeting must not come back as somebody else by asking once more. */
    private UUID guest(HttpServletRequest request, HttpServletResponse response) {
        return guests.of(request).orElseGet(() -> {
            var fresh = guests.fresh();
            guests.remember(response, fresh);
            return fresh;
        });
    }

    /** Never a way around a registered room's rules: nothing that reads as an id is an unregistered room (contract 03, section 24.2, items 1 and 2). */
    private UnregisteredRoomAnswer unregistered(RoomKey key, Caller caller, HttpServletRequest request) {
        if (properties.allowUnregistered() && key instanceof RoomKey.Slug it && adHoc(it.value())) {
            return UnregisteredRoomAnswer.of(
                    tokens.intoUnregistered(it.value(), caller, Query.last(request, "username")));
        }
        throw ApiException.NotFound.no("Room");
    }

    private boolean adHoc(String slug) {
        var test = properties.connectionTestPrefix();
        boolean tests = !test.isEmpty() && slug.startsWith(test);
        return !slug.isEmpty() && !tests && Slugs.id(slug).isEmpty();
    }
}
