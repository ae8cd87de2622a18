package io.causerie.recordings;

import io.causerie.platform.ApiException;
import io.causerie.platform.Ids;
import io.causerie.platform.Page;
import io.causerie.platform.Paging;
import io.causerie.recordings.Receipt.Cause;
import io.causerie.users.CurrentUser;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;

/** The recordings of one person: seeing, reading and deleting them (contract 04, sections 1.4 and 11). */
@Service
class OwnRecordings {

    private static final Set<RecordingStatus> DELETABLE = Arrays.stream(RecordingStatus.values())
            .filter(RecordingStatus::deletable)
            .collect(Collectors.toUnmodifiableSet());

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
    List<RecordingLedger.Line> timeline(String id, CurrentUser user) {
        return ledger.of(one(id, user).recording().id()).stream()
                .map(it -> it.without("worker_id"))
                .toList();
    }

    void delete(String id, CurrentUser user) {
        var recording = one(id, user).recording();
        if (!deletion.delete(recording, DELETABLE, Cause.PERSON, user.id())) {
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
