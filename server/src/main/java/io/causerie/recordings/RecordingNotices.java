package io.causerie.recordings;

import io.causerie.storage.StorageNotice;
import io.causerie.storage.StorageNotices;
import org.springframework.stereotype.Component;

/** Hears from the object store that a recording's file is there (contract 04, section 7). */
@Component
class RecordingNotices implements StorageNotices {

    private final Recordings recordings;

    RecordingNotices(Recordings recordings) {
        this.recordings = recordings;
    }

    @Override
    public Outcome created(StorageNotice.Created notice) {
        var recording = recordings.find(notice.object());
        if (recording.isEmpty()) {
            return Outcome.UNKNOWN;
        }
        return recordings.completeAndWait(notice.object(), "file_written") ? Outcome.PROCESSED : Outcome.NOT_SAVABLE;
    }
}
