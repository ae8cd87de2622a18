package io.causerie.recordings;

import io.causerie.platform.ApiException;
import io.causerie.platform.FirstAttempts;
import io.causerie.recordings.Receipt.Cause;
import io.causerie.recordings.RecordingRepository.Doomed;
import io.causerie.recordings.Recordings.Publishing;
import io.causerie.rooms.RoomDeleting;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;

/** Deletes recordings with everything the store holds of them, and leaves a receipt. */
@Service
class Deletion {

    private static final Set<RecordingStatus> ANY = EnumSet.allOf(RecordingStatus.class);

    private final RecordingRepository repository;
    private final RecordingObjects objects;
    private final FirstAttempts attempts;
    private final Publishing publishing;

    Deletion(RecordingRepository repository, RecordingObjects objects, FirstAttempts attempts, Publishing publishing) {
        this.repository = repository;
        this.objects = objects;
        this.attempts = attempts;
        this.publishing = publishing;
    }

    /** Deletes it and waits a moment for the store; false when its status does not allow it, or somebody holds it back. */
    boolean delete(Recording recording, Set<RecordingStatus> from, Cause cause, @Nullable UUID by) {
        boolean done = publishing.inTransaction(() -> remove(recording, from, cause, by));
        if (done) {
            attempts.await(recording.id());
        }
        return done;
    }

    /** With their room, whatever their state; one that is held back holds its room back too. */
    @EventListener
    void on(RoomDeleting event) {
        var all = repository.ofRoom(event.room()).stream().map(this::doomed).toList();
        if (all.isEmpty()) {
            return;
        }
        if (repository.delete(all, ANY, Cause.ROOM, event.by()) < all.size()) {
            throw new ApiException.Forbidden("A recording of this room must be kept.");
        }
        publishing.publish(new RoomRecordingsDeleted(event.room()));
    }

    private boolean remove(Recording recording, Set<RecordingStatus> from, Cause cause, @Nullable UUID by) {
        if (repository.delete(List.of(doomed(recording)), from, cause, by) == 0) {
            return false;
        }
        attempts.expect(recording.id(), 1);
        publishing.publish(new RecordingDeleted(recording.id()));
        return true;
    }

    private Doomed doomed(Recording recording) {
        return new Doomed(recording.id(), objects.of(recording));
    }
}
