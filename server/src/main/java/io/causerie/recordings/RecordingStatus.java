package io.causerie.recordings;

import io.causerie.platform.Choice;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/** Where a recording is in its life (contract 04, section 2). */
public enum RecordingStatus implements Choice {
    INITIATED,
    ACTIVE,
    STOPPED,
    SAVED,
    ABORTED,
    FAILED_TO_START,
    FAILED_TO_STOP,
    NOTIFICATION_SUCCEEDED,
    EXTERNAL_PROCESS_SUCCESSFUL,
    EXTERNAL_PROCESS_FAILED;

    @Override
    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The states it may be reached from. */
    public Set<RecordingStatus> predecessors() {
        return switch (this) {
            case INITIATED -> Set.of();
            case ACTIVE, FAILED_TO_START -> EnumSet.of(INITIATED);
            case STOPPED, ABORTED, FAILED_TO_STOP -> EnumSet.of(ACTIVE);
            case SAVED -> EnumSet.of(ACTIVE, STOPPED);
            case NOTIFICATION_SUCCEEDED -> EnumSet.of(SAVED);
            case EXTERNAL_PROCESS_SUCCESSFUL, EXTERNAL_PROCESS_FAILED -> EnumSet.of(SAVED, NOTIFICATION_SUCCEEDED);
        };
    }
}
