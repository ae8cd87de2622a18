package io.causerie.lobby;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.causerie.livekit.LiveKitException;
import io.causerie.livekit.LiveRooms;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;

/** Meetings are told that somebody waits: at once, once a second at most, and of the last one too. */
class ArrivalsTests {

    private final Hearing hearing = new Hearing();
    private final Arrivals arrivals = new Arrivals(hearing, new LobbyProperties(3, 5, 60, "somebodyWaits"));

    @Test
    void tellsTheFirstAtOnceAndTheLastASecondLater() {
        var room = UUID.randomUUID();
        arrivals.announce(room);
        await().atMost(Duration.ofSeconds(20)).until(() -> hearing.times.size() == 1);
        for (int i = 0; i < 100; i++) {
            arrivals.announce(room);
        }

        await().atMost(Duration.ofSeconds(20)).until(() -> hearing.times.size() == 2);
        await().during(Duration.ofMillis(1500)).atMost(Duration.ofSeconds(20)).until(() -> hearing.times.size() == 2);
        assertThat(hearing.times.get(1) - hearing.times.get(0)).isGreaterThan(900);
        assertThat(hearing.heard).containsOnly(room + " {type=somebodyWaits}");
        arrivals.announce(room);
        await().atMost(Duration.ofSeconds(20)).until(() -> hearing.times.size() == 3);
    }

    @Test
    void goesOnWhenLiveKitComesBack() {
        var room = UUID.randomUUID();
        hearing.away = true;
        arrivals.announce(room);
        await().until(() -> hearing.tries.size() == 1);
        hearing.away = false;
        arrivals.announce(room);

        await().atMost(Duration.ofSeconds(20)).until(() -> hearing.times.size() == 1);
    }

    /** Hears what rooms are told. */
    private static final class Hearing implements LiveRooms {

        final List<String> heard = new CopyOnWriteArrayList<>();
        final List<Long> times = new CopyOnWriteArrayList<>();
        final List<Long> tries = new CopyOnWriteArrayList<>();
        volatile boolean away;

        @Override
        public boolean live(String room) {
            return true;
        }

        @Override
        public boolean mergeMetadata(String room, Map<String, ?> put, Set<String> remove) {
            return true;
        }

        @Override
        public void sendData(String room, Map<String, ?> payload) {
            tries.add(System.nanoTime());
            if (away) {
                throw new LiveKitException.Unknown("the test wants it");
            }
            heard.add(room + " " + payload);
            times.add(System.nanoTime() / 1_000_000);
        }

        @Override
        public void delete(String room) {}

        @Override
        public List<Person> participants(String room) {
            return List.of();
        }
    }
}
