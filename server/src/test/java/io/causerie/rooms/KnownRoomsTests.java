package io.causerie.rooms;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.sql.DataSource;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What is known of rooms that are asked for again and again. */
class KnownRoomsTests extends RoomsTest {

    @Autowired
    KnownRooms known;

    @Autowired
    DataSource source;

    @Test
    void areLookedUpOnceHoweverLongItTakes() throws Exception {
        var id = id(aRoomOf(people.alice(), "restricted")).toString();
        var asked = new ArrayList<Future<Optional<KnownRoom>>>();

        try (var threads = Executors.newVirtualThreadPerTaskExecutor();
                var other = source.getConnection()) {
            other.setAutoCommit(false);
            other.createStatement().execute("lock table public.meet_room in access exclusive mode");
            asked.add(threads.submit(() -> known.find(id)));
            Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> looks() == 1);
            var second = System.nanoTime() + 1_100_000_000L;
            Awaitility.await().until(() -> System.nanoTime() > second);

            for (int i = 0; i < 3; i++) {
                asked.add(threads.submit(() -> known.find(id)));
            }

            Awaitility.await()
                    .during(Duration.ofMillis(500))
                    .atMost(Duration.ofSeconds(20))
                    .until(() -> looks() == 1);
            other.rollback();
            for (var answer : asked) {
                assertThat(answer.get()).isPresent();
            }
        }
    }

    private long looks() throws SQLException {
        return jdbc.sql("select count(*) from pg_locks where not granted")
                .query(Long.class)
                .single();
    }
}
