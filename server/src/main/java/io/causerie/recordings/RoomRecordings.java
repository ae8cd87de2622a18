package io.causerie.recordings;

import io.causerie.platform.ApiException;
import io.causerie.rooms.Room;
import java.util.Optional;
import java.util.UUID;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Service;

/** Starting and stopping the recording of a room (contract 04, sections 4.1 and 4.2). */
@Service
class RoomRecordings {

    private final RecordingRepository repository;
    private final Recordings recordings;
    private final Workers workers;
    private final WorkerMediator mediator;
    private final Reconciliation reconciliation;
    private final MetadataCollector collector;

    RoomRecordings(
            RecordingRepository repository,
            Recordings recordings,
            Workers workers,
            WorkerMediator mediator,
            Reconciliation reconciliation,
            MetadataCollector collector) {
        this.repository = repository;
        this.recordings = recordings;
        this.workers = workers;
        this.mediator = mediator;
        this.reconciliation = reconciliation;
        this.collector = collector;
    }

    /** The person who starts it owns it. The worker is chosen before anything is written: a mode without one leaves no trace. */
    void start(Room room, UUID owner, StartRecording request) {
        var worker = workers.of(request.mode());
        var recording = inserted(room, owner, request).orElseThrow(() -> occupied(room));
        mediator.start(worker, room, recording, recordings.key(recording));
        collector.start(room, recording);
    }

    void stop(Room room) {
        var recording = repository
                .active(room.id())
                .orElseThrow(() -> new ApiException.NotFound("No active recording found for this room."));
        mediator.stop(workers.of(recording), room, recording);
    }

    /** A room that is deleted at this moment is a room that is not there. */
    private Optional<Recording> inserted(Room room, UUID owner, StartRecording request) {
        try {
            return insert(room, owner, request);
        } catch (DataIntegrityViolationException e) {
            throw ApiException.NotFound.no("Room");
        }
    }

    /** Before a room is called occupied, whatever occupies it for long is looked at: it may be over (section 14.2). */
    private Optional<Recording> insert(Room room, UUID owner, StartRecording request) {
        return written(room, owner, request)
                .or(() -> repository
                        .occupying(room.id())
                        .filter(reconciliation::settle)
                        .flatMap(it -> written(room, owner, request)));
    }

    private Optional<Recording> written(Room room, UUID owner, StartRecording request) {
        return repository.insert(room.id(), owner, request.mode(), request.options(), recordings.sharedWithRoom());
    }

    private static ApiException occupied(Room room) {
        return ApiException.Failed.conflict("A recording is already in progress for room " + room.slug());
    }
}
