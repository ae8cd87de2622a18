package io.causerie.recordings;

import io.causerie.platform.Choice;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;

/** Where a recording is in its life (contract 04, section 2); each value knows from where it may be reached. */
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

    /** The states it may be reached from; a move from any other changes nothing. */
    public Set<RecordingStatus> predecessors() {
        return switch (this) {
            case INITIATED -> Set.of();
            case ACTIVE, FAILED_TO_START -> EnumSet.of(INITIATED);
            case STOPPED -> EnumSet.of(ACTIVE);
            case ABORTED -> EnumSet.of(ACTIVE, STOPPED);
            case FAILED_TO_STOP -> EnumSet.of(INITIATED, ACTIVE, STOPPED);
            // the last two: a stop may fail, or come before an answer to a second start, and the file be good all the
            // same; only reconciliation takes that way
            case SAVED -> EnumSet.of(ACTIVE, STOPPED, FAILED_TO_STOP, ABORTED);
            case NOTIFICATION_SUCCEEDED -> EnumSet.of(SAVED);
            // the external process hook looks at no status (section 8)
            case EXTERNAL_PROCESS_SUCCESSFUL, EXTERNAL_PROCESS_FAILED -> EnumSet.allOf(RecordingStatus.class);
        };
    }

    /** Whether an event may complete the recording. */
    public boolean savable() {
        return this == ACTIVE || this == STOPPED;
    }

    /** Whether the file may be served. */
    public boolean saved() {
        return switch (this) {
            case SAVED, NOTIFICATION_SUCCEEDED, EXTERNAL_PROCESS_SUCCESSFUL, EXTERNAL_PROCESS_FAILED -> true;
            case INITIATED, ACTIVE, STOPPED, ABORTED, FAILED_TO_START, FAILED_TO_STOP -> false;
        };
    }

    /** Whether it is being recorded or written out: what becomes of it is not known yet. */
    public boolean inFlight() {
        return this == INITIATED || this == ACTIVE || this == STOPPED;
    }

    /** Whether there is nothing to watch, and never will be. */
    public boolean unsuccessful() {
        return !inFlight() && !saved();
    }

    /** Those of which that is true, as the database has them. */
    static List<String> wires(Predicate<RecordingStatus> which) {
        return Arrays.stream(values()).filter(which).map(RecordingStatus::wire).toList();
    }

    /** Whether the recording may be deleted. {@code notification_succeeded} is left out because clients can see it (section 2.2). */
    public boolean deletable() {
        return switch (this) {
            case INITIATED, ACTIVE, NOTIFICATION_SUCCEEDED -> false;
            case STOPPED, SAVED, ABORTED, FAILED_TO_START, FAILED_TO_STOP -> true;
            case EXTERNAL_PROCESS_SUCCESSFUL, EXTERNAL_PROCESS_FAILED -> true;
        };
    }
}
