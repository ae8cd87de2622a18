package io.causerie.meetings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.causerie.livekit.LiveKitException;
import io.causerie.livekit.LiveRooms;
import java.lang.reflect.Proxy;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.scheduling.TaskScheduler;

class ConnectionTestRoomsTests {

    private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");

    private final List<Object> planned = new ArrayList<>();
    private final List<String> deleted = new ArrayList<>();
    private boolean down;

    private final ConnectionTestRooms rooms = new ConnectionTestRooms(
            new ConnectionTestProperties(true, 300, 10, "connection-test"),
            stub(LiveRooms.class, this::delete),
            stub(TaskScheduler.class, arguments -> planned.addAll(List.of(arguments))),
            Clock.fixed(NOW, ZoneOffset.UTC));

    @Test
    void aRoomIsClosedOnceItsTokenAndTheExtraTimeAreOverAndNeverAtOnce() {
        rooms.closeLater("connection-test-1");
        assertThat(deleted).isEmpty();
        assertThat(planned.get(1)).isEqualTo(NOW.plusSeconds(310));
        ((Runnable) planned.getFirst()).run();
        assertThat(deleted).containsExactly("connection-test-1");
    }

    @Test
    void roomsThatNoTestMadeAreLeftAlone() {
        rooms.close("somebodys-room");
        assertThat(deleted).isEmpty();
    }

    @Test
    void aLiveKitThatDoesNotAnswerIsToldInTheLogOnly() {
        down = true;
        assertThatCode(() -> rooms.close("connection-test-2")).doesNotThrowAnyException();
    }

    private void delete(Object[] arguments) {
        if (down) {
            throw new LiveKitException.Unknown("down");
        }
        deleted.add((String) arguments[0]);
    }

    private interface Call {
        void with(Object[] arguments);
    }

    private static <T> T stub(Class<T> type, Call call) {
        return type.cast(
                Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) -> {
                    call.with(arguments);
                    return null;
                }));
    }
}
