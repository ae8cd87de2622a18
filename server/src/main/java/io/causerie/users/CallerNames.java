package io.causerie.users;

import io.causerie.platform.Callers;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Signed-in people are counted by their account's id. */
@Component
class CallerNames implements Callers {

    @Override
    public Optional<String> name(HttpServletRequest request) {
        return Browsers.recognised(request)
                .flatMap(Browser::user)
                .map(it -> it.id().toString());
    }
}
