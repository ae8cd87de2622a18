package io.causerie.recordings;

import io.causerie.platform.Body;
import io.causerie.platform.ThrottleScope;
import io.causerie.platform.Throttled;
import io.causerie.storage.MediaOutlet;
import io.causerie.storage.MediaPolicy.Media;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.web.bind.annotation.CookieValue;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * What whoever holds a link may do: open the recording, and fetch its film. The token comes in a body and then in a cookie of that one recording, so that no
 * address holds it that a log or a history may keep.
 */
@RestController
@RequestMapping(SharedRecordingController.PATH + "{id:[^.]+}")
class SharedRecordingController {

    static final String PATH = "/api/v1.0/shared-recordings/";

    private static final String COOKIE = "causerie_share";

    private final Shares shares;
    private final Recordings recordings;
    private final MediaOutlet outlet;

    SharedRecordingController(Shares shares, Recordings recordings, MediaOutlet outlet) {
        this.shares = shares;
        this.recordings = recordings;
        this.outlet = outlet;
    }

    /** No personal data, and nothing that leads elsewhere. {@code media}: the path of the film. */
    record Answer(String roomName, Instant createdAt, RecordingMode mode, Instant expiresAt, String media) {}

    /** Opens it; counts as a view. */
    @Throttled(ThrottleScope.SHARED_RECORDING)
    @PostMapping("/")
    Answer open(@PathVariable String id, Body body, HttpServletRequest request, HttpServletResponse response) {
        quiet(response);
        var token = body.read().fields().path("token").asString("");
        var shared = shares.open(id, token);
        var path = PATH + id + "/";
        response.addHeader(
                HttpHeaders.SET_COOKIE,
                ResponseCookie.from(COOKIE, token)
                        .path(path)
                        .httpOnly(true)
                        .sameSite("Strict")
                        .secure(request.isSecure())
                        .build()
                        .toString());
        var it = shared.recording();
        return new Answer(shared.roomName(), it.createdAt(), it.mode(), shared.expiresAt(), path + "media/");
    }

    /** The film, whole or in part; counts as nothing. */
    @Throttled(ThrottleScope.SHARED_MEDIA)
    @GetMapping(path = "/media/", produces = "*/*")
    void media(
            @PathVariable String id,
            @CookieValue(name = COOKIE, required = false) @Nullable String token,
            HttpServletRequest request,
            HttpServletResponse response) {
        quiet(response);
        var shared = shares.find(id, token == null ? "" : token);
        var it = shared.recording();
        var file = RecordingMedia.filename(shared.roomName(), it);
        outlet.serve(
                new Media(recordings.key(it), it.mode().contentType(), file, "private, no-store"), request, response);
    }

    /** Whatever the answer: nobody keeps it, finds it or hears where somebody comes from. */
    private static void quiet(HttpServletResponse response) {
        response.setHeader("Cache-Control", "private, no-store");
        response.setHeader("Referrer-Policy", "no-referrer");
        response.setHeader("X-Robots-Tag", "noindex");
    }
}
