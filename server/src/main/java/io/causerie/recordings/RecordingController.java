package io.causerie.recordings;

import static org.springframework.http.HttpStatus.NO_CONTENT;

import io.causerie.platform.Page;
import io.causerie.platform.Paging;
import io.causerie.users.CurrentUser;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.springframework.web.HttpRequestMethodNotSupportedException;
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

    /** The hooks and the proxy's question live below the same path. */
    private static final String ONE = "/{id:(?!storage-hook|external-process-hook|media-auth).+}/";

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
    @GetMapping("/{id}/timeline/")
    Timeline timeline(@PathVariable String id, CurrentUser user) {
        return new Timeline(recordings.timeline(id, user));
    }

    @RequestMapping("/")
    void otherThanList(CurrentUser user, HttpServletRequest request) throws HttpRequestMethodNotSupportedException {
        throw notAllowed(request, "GET", "HEAD", "OPTIONS");
    }

    @RequestMapping(ONE)
    void otherThanOne(CurrentUser user, HttpServletRequest request) throws HttpRequestMethodNotSupportedException {
        throw notAllowed(request, "GET", "DELETE", "HEAD", "OPTIONS");
    }

    /** 405, told only to those who are signed in: the others are told that first (contract 01, section 2). */
    static HttpRequestMethodNotSupportedException notAllowed(HttpServletRequest request, String... allowed) {
        return new HttpRequestMethodNotSupportedException(request.getMethod(), List.of(allowed));
    }

    record Timeline(List<RecordingLedger.Line> results) {}
}
