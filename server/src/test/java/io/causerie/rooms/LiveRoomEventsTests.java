package io.causerie.rooms;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.causerie.livekit.LiveKitEvent.RoomFinished;
import io.causerie.livekit.LiveKitEvent.RoomStarted;
import io.causerie.livekit.NotOurs;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;

/** Meetings that begin and end, as LiveKit tells. */
class LiveRoomEventsTests extends RoomsTest {

    @Autowired
    ApplicationEventPublisher events;

    @Test
    void areTakenForRegisteredRooms() {
        var room = id(aRoomOf(people.alice(), "public")).toString();

        assertThatCode(() -> events.publishEvent(new RoomStarted(room))).doesNotThrowAnyException();
        assertThatCode(() -> events.publishEvent(new RoomFinished(room))).doesNotThrowAnyException();
    }

    @Test
    void areNotOursForOthers() {
        var unknown = UUID.randomUUID().toString();

        assertThatExceptionOfType(NotOurs.class).isThrownBy(() -> events.publishEvent(new RoomStarted(unknown)));
        assertThatExceptionOfType(NotOurs.class).isThrownBy(() -> events.publishEvent(new RoomStarted("by-name")));
        assertThatExceptionOfType(NotOurs.class).isThrownBy(() -> events.publishEvent(new RoomFinished("by-name")));
        assertThatCode(() -> events.publishEvent(new RoomFinished(unknown))).doesNotThrowAnyException();
    }
}
