package io.causerie.lobby;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The lobby of a server that stands alone. */
class LocalWaitingRoomsTests implements WaitingRoomsContract {

    private final LocalWaitingRooms rooms = new LocalWaitingRooms(PROPERTIES, Clock.systemUTC());

    @Override
    public WaitingRooms rooms() {
        return rooms;
    }

    @Test
    void keepsNothingOfThoseWhoAreGone() {
        for (int i = 0; i < 500; i++) {
            rooms.knock(UUID.randomUUID(), WaitingRoomsContract.visitor("Zoe"));
        }
        assertThat(rooms.weight()).isPositive();

        await().atMost(Duration.ofSeconds(20)).until(() -> {
            rooms.sweep();
            return rooms.weight() == 0;
        });
    }
}
