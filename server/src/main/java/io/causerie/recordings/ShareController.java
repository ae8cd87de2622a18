package io.causerie.recordings;

import static org.springframework.http.HttpStatus.CREATED;
import static org.springframework.http.HttpStatus.NO_CONTENT;

import io.causerie.platform.Body;
import io.causerie.users.CurrentUser;
import java.time.Clock;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Ours: the links of a recording, for those who may retrieve it. */
@RestController
@RequestMapping("/api/v1.0/recordings/{id:[^.]+}/shares")
class ShareController {

    private final Shares shares;
    private final Clock clock;

    ShareController(Shares shares, Clock clock) {
        this.shares = shares;
        this.clock = clock;
    }

    @GetMapping("/")
    ShareAnswer.Page list(@PathVariable String id, CurrentUser user) {
        var now = clock.instant();
        var rules = shares.rules();
        return new ShareAnswer.Page(
                shares.list(id, user).stream()
                        .map(it -> ShareAnswer.of(it, now))
                        .toList(),
                rules.days(),
                rules.usualDays());
    }

    @PostMapping("/")
    @ResponseStatus(CREATED)
    ShareAnswer.Made create(@PathVariable String id, CurrentUser user, Body body) {
        var recording = shares.recording(id, user);
        var input = body.read();
        int days = input.optionalWhole("days", 1, shares.rules().days())
                .orElse(shares.rules().usualDays());
        input.verify();
        var made = shares.create(recording, days, user);
        return new ShareAnswer.Made(
                ShareAnswer.of(made.share(), clock.instant()),
                "/shared/" + made.share().id() + "#" + made.token());
    }

    /** Revokes it, at once and for good. */
    @DeleteMapping("/{share:[^.]+}/")
    @ResponseStatus(NO_CONTENT)
    void revoke(@PathVariable String id, @PathVariable String share, CurrentUser user) {
        shares.revoke(id, share, user);
    }
}
