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
        if (recordings.completeAndWait(notice.object(), "file_written")) {
            return Outcome.PROCESSED;
        }
        return recordings.find(notice.object()).isPresent() ? Outcome.NOT_SAVABLE : Outcome.UNKNOWN;
    }
}
