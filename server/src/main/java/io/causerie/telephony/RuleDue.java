package io.causerie.telephony;

import java.util.UUID;

/** Whether callers may come into a room has changed, or the room is gone. */
record RuleDue(UUID room) {}
