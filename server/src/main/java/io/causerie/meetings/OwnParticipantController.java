package io.causerie.meetings;

import io.causerie.livekit.LivePeople;
import io.causerie.livekit.LivePeople.Change;
import io.causerie.platform.ApiException;
import io.causerie.platform.Body;
import io.causerie.platform.Guarded;
import io.causerie.rooms.DisplayNames;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What people in a meeting do to themselves, known by their LiveKit token (contract 03, sections 12.4 and 12.5). */
@RestController
@RequestMapping("/api/v1.0/rooms/{pk:[^.]+}")
class OwnParticipantController implements Guarded {

    private static final DateTimeFormatter RAISED = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSSSSSxxx");
    private static final int LONGEST_NAME = 255;

    private final TokenCallers callers;
    private final LivePeople people;
    private final DisplayNames names;
    private final Clock clock;

    OwnParticipantController(TokenCallers callers, LivePeople people, DisplayNames names, Clock clock) {
        this.callers = callers;
        this.people = people;
        this.names = names;
        this.clock = clock;
    }

    @Override
    public void admit(HttpServletRequest request) {
        callers.of(request);
    }

    @PostMapping("/toggle-hand/")
    Done toggleHand(@PathVariable String pk, Body body, HttpServletRequest request) {
        var caller = callers.inside(request, pk);
        var input = body.read();
        boolean raised = input.requiredBool("raised");
        input.verify();
        var since = raised ? RAISED.format(clock.instant().atOffset(ZoneOffset.UTC)) : "";
        change(caller, Change.attribute("handRaisedAt", since), "Failed to update participant hand state");
        return Done.SUCCESS;
    }

    @PostMapping("/rename/")
    Done rename(@PathVariable String pk, Body body, HttpServletRequest request) {
        var caller = callers.inside(request, pk);
        var input = body.read();
        var name = input.requiredText("name", LONGEST_NAME);
        input.verify();
        refuseOfficialNames(caller.identity());
        change(caller, Change.name(name), "Failed to rename participant");
        return Done.SUCCESS;
    }

    /** Where signed-in people go by the name of their account, they do so to the end (contract 03, section 24.2, item 8). */
    private void refuseOfficialNames(String identity) {
        if (!names.mayChoose(identity)) {
            throw new ApiException.Forbidden();
        }
    }

    private void change(TokenCallers.Inside caller, Change change, String failure) {
        LiveCalls.attempt(() -> people.update(caller.room().live(), caller.identity(), change), failure);
    }
}
