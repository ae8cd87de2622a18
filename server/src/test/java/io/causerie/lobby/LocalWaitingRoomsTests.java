package io.causerie.lobby;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** The lobby of a server that stands alone. */
class LocalWaitingRoomsTests implements WaitingRoomsContract {

    private final LocalWaitingRooms rooms = new LocalWaitingRooms(PROPERTIES, Clock.systemUTC());

    @Override
    public WaitingRooms rooms() {
        return rooms;
    }

    @Test
    void theListIsTheSameForAsLongAsTheSamePeopleWait() {
        var now = new AtomicLong(1_000_000);
        var here = new LocalWaitingRooms(PROPERTIES, at(now));
        var room = UUID.randomUUID();
        var zoe = WaitingRoomsContract.visitor("Zoe");
        var max = WaitingRoomsContract.visitor("Max");
        here.knock(room, zoe);
        var alone = here.waiting(room);
        for (int i = 0; i < 10; i++) {
            now.addAndGet(900);
            here.renew(room, zoe.id(), null);
            assertThat(here.waiting(room)).isSameAs(alone);
        }

        here.knock(room, max);
        var both = here.waiting(room);
        assertThat(both).extracting(Entry::visitor).containsExactlyInAnyOrder(zoe, max);
        here.renew(room, max.id(), "max-sub");
        assertThat(here.waiting(room)).extracting(Entry::visitor).contains(max.signedIn("max-sub"));
        now.addAndGet(600);
        here.renew(room, zoe.id(), null);
        now.addAndGet(600);
        assertThat(here.waiting(room)).isEqualTo(alone);
        here.decide(room, zoe.id(), EntryStatus.ACCEPTED);
        assertThat(here.waiting(room)).isEmpty();
        here.decide(room, zoe.id(), EntryStatus.WAITING);
        assertThat(here.waiting(room)).isEqualTo(alone);
        now.addAndGet(1000);
        assertThat(here.waiting(room)).isEmpty();
        assertThat(here.weight()).isZero();
    }

    private static Clock at(AtomicLong millis) {
        return new Clock() {
            @Override
            public ZoneId getZone() {
                return ZoneOffset.UTC;
            }

            @Override
            public Clock withZone(ZoneId zone) {
                return this;
            }

            @Override
            public Instant instant() {
                return Instant.ofEpochMilli(millis.get());
            }
        };
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
