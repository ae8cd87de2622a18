package io.causerie.lobby;

/** Somebody who knocked, and what came of it. */
record Entry(Visitor visitor, EntryStatus status) {}
