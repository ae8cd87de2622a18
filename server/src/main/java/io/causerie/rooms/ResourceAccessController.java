package io.causerie.rooms;

import io.causerie.platform.Body;
import io.causerie.platform.Ids;
import io.causerie.platform.Page;
import io.causerie.platform.Paging;
import io.causerie.users.CurrentUser;
import jakarta.servlet.http.HttpServletRequest;
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

/** The accesses to rooms, one by one (contract 03, section 8). */
@RestController
@RequestMapping("/api/v1.0/resource-accesses")
class ResourceAccessController {

    private static final String ONE = "/{id:[^.]+}/";

    private final ResourceAccessRepository repository;
    private final ResourceAccesses accesses;

    ResourceAccessController(ResourceAccessRepository repository, ResourceAccesses accesses) {
        this.repository = repository;
        this.accesses = accesses;
    }

    @GetMapping("/")
    Page<ResourceAccess> list(CurrentUser user, HttpServletRequest request) {
        return Paging.fixed(request)
                .page(repository.count(user.id()), (limit, offset) -> repository.page(user.id(), limit, offset));
    }

    @PostMapping("/")
    @ResponseStatus(HttpStatus.CREATED)
    ResourceAccess create(CurrentUser user, Body body) {
        return accesses.create(body.read(), user.id());
    }

    @GetMapping(ONE)
    ResourceAccess retrieve(@PathVariable String id, CurrentUser user) {
        return accesses.administered(Ids.of(id), user.id());
    }

    @PutMapping(ONE)
    ResourceAccess replace(@PathVariable String id, CurrentUser user, Body body) {
        var before = accesses.administered(Ids.of(id), user.id());
        var input = body.read();
        return accesses.update(before, input, AccessForm.whole(input), user.id());
    }

    @PatchMapping(ONE)
    ResourceAccess change(@PathVariable String id, CurrentUser user, Body body) {
        var before = accesses.administered(Ids.of(id), user.id());
        var input = body.read();
        return accesses.update(before, input, AccessForm.partial(input), user.id());
    }

    @DeleteMapping(ONE)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void delete(@PathVariable String id, CurrentUser user) {
        accesses.delete(accesses.administered(Ids.of(id), user.id()), user.id());
    }
}
