package io.causerie.meetings;

import io.causerie.livekit.Agents;
import io.causerie.livekit.LiveKitException;
import io.causerie.platform.ApiException;
import io.causerie.platform.Guarded;
import jakarta.servlet.http.HttpServletRequest;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** Sends for the agent that writes what is said; once is enough, the agent itself sees to that (contract 03, section 14). */
@RestController
class SubtitleController implements Guarded {

    private static final Logger log = LoggerFactory.getLogger(SubtitleController.class);

    private final TokenCallers callers;
    private final Agents agents;
    private final MeetingProperties properties;

    SubtitleController(TokenCallers callers, Agents agents, MeetingProperties properties) {
        this.callers = callers;
        this.agents = agents;
        this.properties = properties;
    }

    @Override
    public void admit(HttpServletRequest request) {
        callers.of(request);
    }

    @PostMapping("/api/v1.0/rooms/{pk:[^.]+}/start-subtitle/")
    Done start(@PathVariable String pk, HttpServletRequest request) {
        if (!properties.subtitles()) {
            throw new ApiException.NotFound();
        }
        var room = callers.inside(request, pk).room();
        try {
            agents.dispatch(properties.subtitleAgent(), room.live(), "");
        } catch (LiveKitException e) {
            log.warn("subtitles of room {} do not start: {}", room.id(), e.getMessage());
            throw new ApiException.Failed(500, "Subtitles failed to start for room " + room.slug());
        }
        return Done.SUCCESS;
    }
}
