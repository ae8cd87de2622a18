package io.causerie.recordings;

import static org.springframework.http.HttpStatus.NO_CONTENT;

import io.causerie.platform.Page;
import io.causerie.platform.Paging;
import io.causerie.users.CurrentUser;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The recordings of whoever asks (contract 04, section 11), and what happened to each. */
@RestController
@RequestMapping("/api/v1.0/recordings")
class RecordingController {

    private static final String ONE = "/{id:[^.]+}/";

    private final OwnRecordings recordings;

    RecordingController(OwnRecordings recordings) {
        this.recordings = recordings;
    }

    @GetMapping("/")
    Page<RecordingAnswer> list(CurrentUser user, HttpServletRequest request) {
        return recordings.list(user, Paging.sized(request));
    }

    @GetMapping(ONE)
    RecordingAnswer retrieve(@PathVariable String id, CurrentUser user) {
        return recordings.retrieve(id, user);
    }

    @DeleteMapping(ONE)
    @ResponseStatus(NO_CONTENT)
    void delete(@PathVariable String id, CurrentUser user) {
        recordings.delete(id, user);
    }

    /** Ours: what happened to the recording, oldest first. */
    @GetMapping("/{id:[^.]+}/timeline/")
    OwnRecordings.Timeline timeline(@PathVariable String id, CurrentUser user) {
        return recordings.timeline(id, user);
    }
}
