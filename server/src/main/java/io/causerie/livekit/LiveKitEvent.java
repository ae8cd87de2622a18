package io.causerie.livekit;

/**
 * What a verified webhook of LiveKit tells (contract 03, section 15); published to synchronous listeners, whose failure makes LiveKit send it again.
 * {@code room} is LiveKit's room name.
 */
public sealed interface LiveKitEvent {

    String room();

    record RoomStarted(String room) implements LiveKitEvent {}

    record RoomFinished(String room) implements LiveKitEvent {}

    record ParticipantJoined(String room, String identity) implements LiveKitEvent {}

    record ParticipantLeft(String room, String identity) implements LiveKitEvent {}

    record EgressUpdated(String room, Egress.Info egress) implements LiveKitEvent {}

    record EgressEnded(String room, Egress.Info egress) implements LiveKitEvent {}
}
