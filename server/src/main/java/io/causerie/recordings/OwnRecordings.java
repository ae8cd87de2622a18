package io.causerie.recordings;

import io.causerie.platform.ApiException;
import io.causerie.platform.Ids;
import io.causerie.platform.Page;
import io.causerie.platform.Paging;
import io.causerie.recordings.Receipt.Cause;
import io.causerie.users.CurrentUser;
import java.time.Clock;
import java.util.List;
import org.springframework.stereotype.Service;

/** The recordings of one person: seeing, reading and deleting them (contract 04, sections 1.4 and 11). */
@Service
class OwnRecordings {

    private final RecordingRepository repository;
    private final RecordingLedger ledger;
    private final Recordings recordings;
    private final Deletion deletion;
    private final Clock clock;

    OwnRecordings(
            RecordingRepository repository,
            RecordingLedger ledger,
            Recordings recordings,
            Deletion deletion,
            Clock clock) {
        this.repository = repository;
        this.ledger = ledger;
        this.recordings = recordings;
        this.deletion = deletion;
        this.clock = clock;
    }

    Page<RecordingAnswer> list(CurrentUser user, Paging paging) {
        return paging.page(
                        repository.countVisible(user.id()),
                        (limit, offset) -> repository.visible(user.id(), limit, offset))
                .map(this::answer);
    }

    RecordingAnswer retrieve(String id, CurrentUser user) {
        return answer(one(id, user));
    }

    /** What workers call their work is nobody's business (section 11.1). */
    Timeline timeline(String id, CurrentUser user) {
        var recording = one(id, user).recording();
        var lines = ledger.of(recording.id()).stream()
                .map(it -> it.without("worker_id"))
                .toList();
        return new Timeline(lines, recordings.deletable().contains(recording.status()));
    }

    /**
     * What happened to a recording, oldest first.
     *
     * @param isDeletable whether its status lets it be deleted; that somebody holds it back stands in the lines
     */
    record Timeline(List<RecordingLedger.Line> results, boolean isDeletable) {}

    void delete(String id, CurrentUser user) {
        var recording = one(id, user).recording();
        if (!deletion.delete(recording, recordings.deletable(), Cause.PERSON, user.id())) {
            throw new ApiException.Forbidden();
        }
    }

    /** 404 rather than 403 for strangers: that it exists is not told. */
    SeenRecording one(String id, CurrentUser user) {
        var seen = repository
                .seen(Ids.of(id), user.id())
                .filter(SeenRecording::visible)
                .orElseThrow(() -> ApiException.NotFound.no("Recording"));
        if (!seen.privileged()) {
            throw new ApiException.Forbidden();
        }
        return seen;
    }

    private RecordingAnswer answer(SeenRecording seen) {
        var recording = seen.recording();
        return RecordingAnswer.of(
                seen, recordings.key(recording), recordings.expiredAt(recording).orElse(null), clock.instant());
    }
}
