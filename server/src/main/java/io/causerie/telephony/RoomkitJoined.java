package io.causerie.telephony;

import java.util.UUID;

/**
 * A room system was announced, and may call.
 *
 * @param created whether no caller could come in before
 */
public record RoomkitJoined(UUID room, boolean created) {}
