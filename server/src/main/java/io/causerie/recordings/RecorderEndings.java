package io.causerie.recordings;

import io.causerie.storage.ObjectStore;
import java.io.IOException;
import java.util.Map;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;

/** Ends recordings made by a browser: what was stored becomes the file, and everybody concerned is told. May be repeated at any point. */
@Service
class RecorderEndings {

    private static final Logger log = LoggerFactory.getLogger(RecorderEndings.class);

    private final RecorderSessions sessions;
    private final RecorderBrowsers browsers;
    private final RecorderLocks locks;
    private final RecorderSigns signs;
    private final Outcome outcome;

    RecorderEndings(
            RecorderSessions sessions,
            RecorderBrowsers browsers,
            RecorderLocks locks,
            RecorderSigns signs,
            Outcome outcome) {
        this.sessions = sessions;
        this.browsers = browsers;
        this.locks = locks;
        this.signs = signs;
        this.outcome = outcome;
    }

    /** Ends the recording for a reason, the first of which counts; nothing when it is over. */
    void settle(UUID recording, String reason) {
        try {
            locks.hold(recording, () -> {
                sessions.close(recording, reason).ifPresent(this::conclude);
                return null;
            });
        } finally {
            browsers.close(recording);
        }
    }

    private void conclude(RecorderSession session) {
        try {
            if (outcome.of(session)) {
                signs.ended(session);
                sessions.settled(session.recordingId());
            }
        } catch (IOException e) {
            log.warn("the file of recording {} cannot be finished now: {}", session.recordingId(), e.getMessage());
        }
    }

    /** What becomes of the bytes, and of the recording's row. */
    @Service
    static class Outcome {

        private final ObjectStore store;
        private final Recordings recordings;

        Outcome(ObjectStore store, Recordings recordings) {
            this.store = store;
            this.recordings = recordings;
        }

        /** False when it is too early: the recording's start is not written down yet. */
        boolean of(RecorderSession session) throws IOException {
            var recording = recordings.find(session.recordingId());
            if (recording.isEmpty()) {
                store.discard(session.key());
                return true;
            }
            if (recording.get().status() == RecordingStatus.INITIATED) {
                return false;
            }
            var reason = String.valueOf(session.reason());
            var file = store.publish(session.key(), session.mode().contentType());
            recordings.note(
                    session.recordingId(),
                    "worker_ended",
                    Map.of("reason", reason, "chunks", session.nextChunk(), "bytes", session.bytes()));
            if (file.isPresent()) {
                recordings.complete(session.recordingId(), reason);
            } else {
                recordings.abort(session.recordingId(), reason);
            }
            return true;
        }
    }
}
