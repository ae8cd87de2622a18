package io.causerie.lobby;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.causerie.platform.ApiException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;

/** What every lobby does, wherever it is kept; entries wait for one second, refusals hold for one, acceptances for a minute. */
interface WaitingRoomsContract {

    LobbyProperties PROPERTIES = new LobbyProperties(1, 1, 60, "participantWaiting");
    String COLOR = "hsl(1, 50%, 25%)";

    WaitingRooms rooms();

    static Visitor visitor(String name) {
        return new Visitor(UUID.randomUUID(), name, COLOR, null);
    }

    @Test
    default void keepsWhoKnockedFirst() {
        var room = UUID.randomUUID();
        var zoe = visitor("Zoé \"\\ \uD83D\uDE00 :|");

        var first = rooms().knock(room, zoe);
        var again = rooms().knock(room, new Visitor(zoe.id(), "Eve", "none", null));

        assertThat(first.fresh()).isTrue();
        assertThat(first.entry()).isEqualTo(new Entry(zoe, EntryStatus.WAITING));
        assertThat(again.fresh()).isFalse();
        assertThat(again.entry()).isEqualTo(first.entry());
        assertThat(rooms().find(room, zoe.id())).contains(first.entry());
        assertThat(rooms().waiting(room)).containsExactly(first.entry());
        assertThat(rooms().find(UUID.randomUUID(), zoe.id())).isEmpty();
        assertThat(rooms().find(room, UUID.randomUUID())).isEmpty();
    }

    @Test
    default void forgetsWhoNoLongerAsks() {
        var room = UUID.randomUUID();
        var zoe = visitor("Zoe");
        var max = visitor("Max");
        rooms().knock(room, zoe);
        rooms().knock(room, max);

        await().pollInterval(Duration.ofMillis(200))
                .atMost(Duration.ofSeconds(20))
                .until(() -> {
                    rooms().renew(room, max.id(), null);
                    return rooms().find(room, zoe.id()).isEmpty();
                });
        assertThat(rooms().waiting(room)).extracting(Entry::visitor).containsExactly(max);
        assertThat(rooms().renew(room, zoe.id(), null)).isEmpty();
        assertThat(rooms().decide(room, zoe.id(), EntryStatus.ACCEPTED)).isEmpty();
    }

    @Test
    default void aLookRenewsNothing() {
        var room = UUID.randomUUID();
        var zoe = visitor("Zoe");
        rooms().knock(room, zoe);

        await().pollInterval(Duration.ofMillis(100))
                .atMost(Duration.ofSeconds(20))
                .until(() -> rooms().find(room, zoe.id()).isEmpty());
    }

    @Test
    default void anAcceptanceOutlastsWaitingAndIsNotShortenedByAsking() {
        var room = UUID.randomUUID();
        var zoe = visitor("Zoe");
        rooms().knock(room, zoe);
        assertThat(rooms().decide(room, zoe.id(), EntryStatus.ACCEPTED)).contains(new Entry(zoe, EntryStatus.ACCEPTED));
        rooms().renew(room, zoe.id(), null);
        rooms().knock(room, zoe);

        await().during(Duration.ofMillis(1500))
                .atMost(Duration.ofSeconds(20))
                .until(() -> rooms().find(room, zoe.id())
                        .filter(it -> it.status() == EntryStatus.ACCEPTED)
                        .isPresent());
        assertThat(rooms().waiting(room)).isEmpty();
    }

    @Test
    default void aRefusalEndsAndIsNotRenewed() {
        var room = UUID.randomUUID();
        var zoe = visitor("Zoe");
        rooms().knock(room, zoe);
        rooms().decide(room, zoe.id(), EntryStatus.DENIED);

        assertThat(rooms().renew(room, zoe.id(), null)).contains(new Entry(zoe, EntryStatus.DENIED));
        await().atMost(Duration.ofSeconds(20))
                .until(() -> rooms().renew(room, zoe.id(), null).isEmpty());
        assertThat(rooms().knock(room, zoe).fresh()).isTrue();
    }

    @Test
    default void learnsWhoSignedIn() {
        var room = UUID.randomUUID();
        var zoe = visitor("Zoe");
        rooms().knock(room, zoe);

        assertThat(rooms().renew(room, zoe.id(), "zoe-sub")
                        .orElseThrow()
                        .visitor()
                        .person())
                .isEqualTo("zoe-sub");
        assertThat(rooms().renew(room, zoe.id(), null).orElseThrow().visitor().person())
                .isEqualTo("zoe-sub");
        rooms().decide(room, zoe.id(), EntryStatus.ACCEPTED);
        assertThat(rooms().renew(room, zoe.id(), "other-sub").orElseThrow())
                .isEqualTo(new Entry(zoe.signedIn("other-sub"), EntryStatus.ACCEPTED));
    }

    @Test
    default void forgetsOnlyWhomItIsAskedTo() {
        var room = UUID.randomUUID();
        var zoe = visitor("Zoe");
        var max = visitor("Max");
        rooms().knock(room, zoe);
        rooms().knock(room, max);
        rooms().decide(room, zoe.id(), EntryStatus.ACCEPTED);

        rooms().forget(room, it -> it.id().equals(zoe.id()));
        assertThat(rooms().find(room, zoe.id())).isEmpty();
        assertThat(rooms().waiting(room)).hasSize(1);
        rooms().forget(UUID.randomUUID(), it -> true);
        rooms().clear(room);
        assertThat(rooms().waiting(room)).isEmpty();
        assertThat(rooms().find(room, max.id())).isEmpty();
    }

    @Test
    default void twoFirstEntriesAtOnceAreOne() throws Exception {
        var room = UUID.randomUUID();
        var id = UUID.randomUUID();
        try (var threads = Executors.newFixedThreadPool(8)) {
            var knocks = new ArrayList<Callable<WaitingRooms.Knock>>();
            for (int i = 0; i < 40; i++) {
                var visitor = new Visitor(id, "Zoe " + i, COLOR, null);
                knocks.add(() -> rooms().knock(room, visitor));
            }
            var done = new ArrayList<WaitingRooms.Knock>();
            for (var future : threads.invokeAll(knocks)) {
                done.add(future.get());
            }
            assertThat(done).filteredOn(WaitingRooms.Knock::fresh).hasSize(1);
            assertThat(done)
                    .extracting(WaitingRooms.Knock::entry)
                    .containsOnly(done.getFirst().entry());
        }
    }

    /** Regression: contract 03, section 24.2, item 15. */
    @Test
    default void anAcceptanceIsNotLostToARenewalAtTheSameMoment() throws Exception {
        try (var threads = Executors.newFixedThreadPool(4)) {
            for (int i = 0; i < 50; i++) {
                var room = UUID.randomUUID();
                var zoe = visitor("Zoe");
                rooms().knock(room, zoe);
                var work = new ArrayList<Callable<Object>>();
                for (int n = 0; n < 6; n++) {
                    work.add(() -> rooms().renew(room, zoe.id(), null));
                }
                work.add(2, () -> rooms().decide(room, zoe.id(), EntryStatus.ACCEPTED));
                for (var future : threads.invokeAll(work)) {
                    future.get();
                }
                assertThat(rooms().find(room, zoe.id())).contains(new Entry(zoe, EntryStatus.ACCEPTED));
            }
        }
    }

    @Test
    default void aFloodOfLongNamesHasAnEnd() {
        var room = UUID.randomUUID();
        var name = "x".repeat(1_000_000);
        Assertions.assertThatThrownBy(() -> {
                    for (int i = 0; i < 40; i++) {
                        rooms().knock(room, visitor(name));
                    }
                })
                .isInstanceOf(ApiException.Refused.class);
        rooms().clear(room);
        assertThat(rooms().knock(room, visitor("Zoe")).fresh()).isTrue();
    }
}
