package io.causerie.recordings;

import io.causerie.platform.ApiException;
import io.causerie.platform.Ids;
import io.causerie.users.CurrentUser;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Service;

/** Links by which people without an account watch a recording: whoever may retrieve it makes and revokes them. */
@Service
class Shares {

    /** Links of one recording that work at the same time. */
    static final int MOST = 20;

    private final OwnRecordings own;
    private final ShareRepository repository;
    private final ShareProperties properties;
    private final RecordingProperties recordings;
    private final Clock clock;

    Shares(
            OwnRecordings own,
            ShareRepository repository,
            ShareProperties properties,
            RecordingProperties recordings,
            Clock clock) {
        this.own = own;
        this.repository = repository;
        this.properties = properties;
        this.recordings = recordings;
        this.clock = clock;
    }

    /** A new link, and its token: told here and never again. */
    record Made(Share share, String token) {}

    /** Days a link lives: at the most, and if nobody says otherwise. */
    ShareProperties rules() {
        return properties;
    }

    List<Share> list(String id, CurrentUser user) {
        return repository.of(recording(id, user).id());
    }

    /** A recording of which somebody may do that, before anything of the request's body is looked at. */
    Recording recording(String id, CurrentUser user) {
        var recording = own.one(id, user).recording();
        if (!properties.enabled()) {
            throw new ApiException.NotFound();
        }
        return recording;
    }

    /** The link ends when its recording does, if that is earlier. */
    Made create(Recording recording, int days, CurrentUser user) {
        var now = clock.instant();
        var end = recordings.expiredAt(recording).orElse(Instant.MAX);
        if (!recording.status().saved() || end.isBefore(now)) {
            throw ApiException.Failed.conflict("This recording cannot be watched.");
        }
        var asked = now.plus(Duration.ofDays(days));
        var token = RecorderSecrets.next();
        return repository
                .insert(recording, RecorderSecrets.hash(token), user.id(), asked.isBefore(end) ? asked : end, MOST)
                .map(share -> new Made(share, token))
                .orElseThrow(() -> ApiException.Failed.conflict("This recording has " + MOST + " links already."));
    }

    void revoke(String id, String share, CurrentUser user) {
        if (!repository.revoke(recording(id, user), Ids.of(share), user.id())) {
            throw ApiException.NotFound.no("Share");
        }
    }

    /** What a link opens, counted as a view. Whatever is wrong with it, the answer is the same. */
    SharedRecording open(String id, String token) {
        return repository
                .open(known(id), RecorderSecrets.hash(token), oldest())
                .orElseThrow(ApiException.NotFound::new);
    }

    /** As {@link #open}, counting nothing: for the film, which is fetched piece by piece. */
    SharedRecording find(String id, String token) {
        return repository
                .find(known(id), RecorderSecrets.hash(token), oldest())
                .orElseThrow(ApiException.NotFound::new);
    }

    private UUID known(String id) {
        if (!properties.enabled()) {
            throw new ApiException.NotFound();
        }
        return Ids.of(id);
    }

    /** When the oldest recording was made that is not expired. */
    private Instant oldest() {
        var days = recordings.expirationDays();
        return days == null || days <= 0 ? Instant.EPOCH : clock.instant().minus(Duration.ofDays(days));
    }
}
