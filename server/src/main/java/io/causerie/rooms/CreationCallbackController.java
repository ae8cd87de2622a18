package io.causerie.rooms;

import io.causerie.platform.Body;
import io.causerie.platform.ThrottleScope;
import io.causerie.platform.Throttled;
import io.causerie.users.Caller;
import java.util.Map;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** Where a page asks which room was made in the window it opened (contract 03, section 6). */
@RestController
class CreationCallbackController {

    private final CreationCallbacks callbacks;

    CreationCallbackController(CreationCallbacks callbacks) {
        this.callbacks = callbacks;
    }

    /** {@code room} is empty as long as there is none, and once it was told. */
    record Answer(String status, Map<String, String> room) {}

    /** The caller is nobody's business, but a signed-in one passes the CSRF check as everywhere. */
    @Throttled(ThrottleScope.CREATION_CALLBACK)
    @PostMapping("/api/v1.0/rooms/creation-callback/")
    Answer take(Caller caller, Body body) {
        var input = body.read();
        var callback = input.requiredText("callback_id", Integer.MAX_VALUE);
        input.verify();
        var room = callbacks.take(callback).map(it -> Map.of("slug", it)).orElse(Map.of());
        return new Answer("success", room);
    }
}
