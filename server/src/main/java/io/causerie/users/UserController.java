package io.causerie.users;

import io.causerie.platform.ApiException;
import io.causerie.platform.Body;
import io.causerie.platform.Ids;
import io.causerie.platform.Page;
import io.causerie.platform.Paging;
import io.causerie.platform.Query;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** People's own accounts (contract 01, section 11). */
@RestController
@RequestMapping("/api/v1.0/users")
class UserController {

    private final UserRepository users;
    private final UserProperties properties;

    UserController(UserRepository users, UserProperties properties) {
        this.users = users;
        this.properties = properties;
    }

    @GetMapping("/")
    Page<UserAnswer> list(CurrentUser user, HttpServletRequest request) {
        var paging = Paging.fixed(request);
        if (!properties.listed()) {
            return paging.page(0, (limit, offset) -> List.of());
        }
        var email = Query.last(request, "q");
        return paging.page(users.count(email), (limit, offset) -> users.list(email, limit, offset))
                .map(UserAnswer::of);
    }

    @GetMapping("/me/")
    UserAnswer me(CurrentUser user) {
        return UserAnswer.of(user.user());
    }

    @PutMapping("/{id:[^.]+}/")
    UserAnswer replace(@PathVariable String id, CurrentUser user, Body body) {
        return change(id, user, body, true);
    }

    @PatchMapping("/{id:[^.]+}/")
    UserAnswer change(@PathVariable String id, CurrentUser user, Body body) {
        return change(id, user, body, false);
    }

    private UserAnswer change(String id, CurrentUser user, Body body, boolean whole) {
        verifyOneself(id, user);
        var preferences = Preferences.read(body.read(), whole, properties.languageCodes());
        return UserAnswer.of(users.update(user.id(), preferences).orElseThrow(() -> ApiException.NotFound.no("User")));
    }

    private void verifyOneself(String text, CurrentUser user) {
        var id = Ids.of(text);
        if (!id.equals(user.id())) {
            throw users.exists(id) ? new ApiException.Forbidden() : ApiException.NotFound.no("User");
        }
    }
}
