package io.causerie.recordings;

/** A recording's file is complete and may be watched. Published once in its life, in the transaction that makes it {@code saved}. */
public record RecordingSaved(Recording recording) {}
