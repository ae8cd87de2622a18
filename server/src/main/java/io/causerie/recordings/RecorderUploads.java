package io.causerie.recordings;

import io.causerie.platform.ApiException;
import io.causerie.storage.ObjectStore;
import java.io.IOException;
import java.util.Arrays;
import java.util.Map;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;

/** Takes what recorder pages send: chunks in their order, and what happened. */
@Service
class RecorderUploads {

    private static final Logger log = LoggerFactory.getLogger(RecorderUploads.class);

    private final RecorderSessions sessions;
    private final RecorderEndings endings;
    private final RecorderLocks locks;
    private final RecorderSigns signs;
    private final Storing storing;

    RecorderUploads(
            RecorderSessions sessions,
            RecorderEndings endings,
            RecorderLocks locks,
            RecorderSigns signs,
            Storing storing) {
        this.sessions = sessions;
        this.endings = endings;
        this.locks = locks;
        this.signs = signs;
        this.storing = storing;
    }

    /** What becomes of a chunk. */
    sealed interface Receipt {

        record Taken(int next, boolean stop) implements Receipt {}

        record Unexpected(int expected) implements Receipt {}
    }

    /** The recording whose upload token this is; 401 if it is none. */
    RecorderSession authorized(String token) {
        return sessions.byToken(RecorderSecrets.hash(token))
                .orElseThrow(() -> new ApiException.Unauthenticated("Bearer", "The upload token is not valid."));
    }

    /** Stores a chunk whose digest was checked. A chunk stored before is taken again without effect. */
    Receipt take(UUID recording, int number, byte[] chunk, byte[] digest) {
        return locks.hold(recording, () -> {
            var session = open(recording);
            if (number == session.nextChunk() - 1 && Arrays.equals(digest, session.lastDigest())) {
                return new Receipt.Taken(session.nextChunk(), session.stopping());
            }
            if (number != session.nextChunk()) {
                return new Receipt.Unexpected(session.nextChunk());
            }
            storing.store(session, chunk, digest);
            return new Receipt.Taken(number + 1, session.stopping());
        });
    }

    /** The recorder records. */
    void started(UUID recording) {
        if (sessions.started(recording)) {
            signs.started(recording);
        }
    }

    /** Something the timeline should tell, or the end of the recording. */
    void failed(RecorderSession session, String reason) {
        log.warn("the recorder of {} gave up: {}", session.recordingId(), reason);
        endings.settle(session.recordingId(), reason);
    }

    void warned(RecorderSession session, String reason) {
        storing.note(session.recordingId(), "warning", Map.of("reason", reason));
    }

    /** Every chunk was sent. */
    void finished(RecorderSession session, String reason, int chunks) {
        open(session.recordingId());
        if (chunks != session.nextChunk()) {
            warned(session, "chunks_missing");
        }
        endings.settle(session.recordingId(), reason);
    }

    private RecorderSession open(UUID recording) {
        return sessions.find(recording)
                .filter(it -> !it.closed())
                .orElseThrow(() -> new ApiException.Refused(410, "This recording is over."));
    }

    /** Bytes into the store, lines into the ledger. */
    @Service
    static class Storing {

        private final RecorderSessions sessions;
        private final Recordings recordings;
        private final ObjectStore store;

        Storing(RecorderSessions sessions, Recordings recordings, ObjectStore store) {
            this.sessions = sessions;
            this.recordings = recordings;
            this.store = store;
        }

        void store(RecorderSession session, byte[] chunk, byte[] digest) {
            try {
                long size = store.append(session.key(), session.bytes(), chunk);
                sessions.stored(session.recordingId(), size, digest);
            } catch (IOException e) {
                log.warn("a chunk of recording {} cannot be stored: {}", session.recordingId(), e.getMessage());
                throw new ApiException.Refused(503, "The chunk cannot be stored now. Send it again.");
            }
        }

        void note(UUID recording, String kind, Map<String, ?> details) {
            recordings.note(recording, kind, details);
        }
    }
}
