package io.causerie.users;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** People's own accounts (contract 01, section 11). */
@RestController
@RequestMapping("/api/v1.0/users")
class UserController {

    @GetMapping("/me/")
    UserAnswer me(CurrentUser user) {
        return UserAnswer.of(user.user());
    }
}
