package io.causerie.recordings;

import io.causerie.rooms.Room;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Records a room with a headless browser that joins it unseen and sends us what it records. Needs nothing but Chromium. */
@Component
class BrowserRecorder implements WorkerService {

    private final RecorderSessions sessions;
    private final RecorderBrowsers browsers;
    private final RecorderEndings endings;
    private final RecorderSigns signs;
    private final Place place;

    BrowserRecorder(
            RecorderSessions sessions,
            RecorderBrowsers browsers,
            RecorderEndings endings,
            RecorderSigns signs,
            Place place) {
        this.sessions = sessions;
        this.browsers = browsers;
        this.endings = endings;
        this.signs = signs;
        this.place = place;
    }

    /** Who records, and where its page is. */
    @Component
    record Place(RecorderOwner owner, RecorderAddress address) {}

    @Override
    public String hrid() {
        return "browser-recorder";
    }

    @Override
    public Set<String> names() {
        return Set.of(hrid());
    }

    @Override
    public boolean gave(String workerId) {
        return workerId.startsWith(RecorderSession.PREFIX);
    }

    @Override
    public String start(Room room, Recording recording, String key) {
        var code = RecorderSecrets.next();
        var id = recording.id();
        sessions.insert(room, recording, key, place.owner().id(), RecorderSecrets.hash(code));
        try {
            browsers.open(id, place.address().page(code), reason -> endings.settle(id, reason));
        } catch (RuntimeException e) {
            sessions.delete(id);
            throw e;
        }
        sessions.opened(id);
        return RecorderSession.PREFIX + id;
    }

    @Override
    public StopOutcome stop(String workerId) {
        var session = sessions.stop(recording(workerId))
                .orElseThrow(() -> new WorkerException("this recording is over, or was never made here", false));
        if (!session.begun()) {
            Thread.ofVirtual().start(() -> endings.settle(session.recordingId(), "stopped_before_start"));
            return StopOutcome.ABORTED;
        }
        browsers.hurry(session.recordingId());
        signs.saving(session.recordingId());
        return StopOutcome.STOPPED;
    }

    @Override
    public Finding look(Recording recording, String key) {
        return sessions.find(recording.id()).map(BrowserRecorder::finding).orElse(Finding.UNHEARD);
    }

    @Override
    public RecordingTimes.Span times(Recording recording) {
        return sessions.find(recording.id())
                .map(it -> new RecordingTimes.Span(it.startedAt(), it.closedAt()))
                .orElse(RecordingTimes.Span.UNKNOWN);
    }

    private static Finding finding(RecorderSession session) {
        if (!session.settled()) {
            return new Finding(Progress.RUNNING, session.workerId(), null);
        }
        var progress = session.bytes() == 0
                ? Progress.ABORTED
                : "limit_reached".equals(session.reason()) ? Progress.LIMIT_REACHED : Progress.FINISHED;
        return new Finding(progress, session.workerId(), session.reason());
    }

    private static UUID recording(String workerId) {
        try {
            return UUID.fromString(workerId.substring(RecorderSession.PREFIX.length()));
        } catch (IllegalArgumentException | StringIndexOutOfBoundsException e) {
            throw new WorkerException("not a worker of ours", false);
        }
    }
}
