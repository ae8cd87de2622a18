package io.causerie.rooms;

import static org.assertj.core.api.Assertions.assertThat;

import io.causerie.Http.Answer;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.RepeatedTest;
import tools.jackson.databind.JsonNode;

/** What several people do to one room at the same moment (contract 03, section 24.2, item 15). */
class RoomRacesTests extends ResourceAccessTest {

    @RepeatedTest(8)
    void twoOwnersWhoStepDownAtOnceLeaveOne() throws Exception {
        var alice = people.alice();
        var bob = people.bob();
        var room = aRoomOf(alice, "public");
        grant(room, bob, Role.OWNER);

        var statuses = atOnce(
                () -> change(alice, room, alice, "administrator"), () -> change(bob, room, bob, "administrator"));

        assertThat(statuses).containsExactlyInAnyOrder(200, 403);
        assertThat(owners(room)).isEqualTo(1);
    }

    @RepeatedTest(8)
    void twoOwnersWhoLeaveAtOnceLeaveOne() throws Exception {
        var alice = people.alice();
        var bob = people.bob();
        var room = aRoomOf(alice, "public");
        grant(room, bob, Role.OWNER);

        var statuses = atOnce(() -> remove(alice, room, alice), () -> remove(bob, room, bob));

        assertThat(statuses).containsExactlyInAnyOrder(204, 403);
        assertThat(owners(room)).isEqualTo(1);
    }

    @RepeatedTest(4)
    void theSameAccessIsMadeOnce() throws Exception {
        var alice = people.alice();
        var bob = people.bob();
        var room = aRoomOf(alice, "public");

        var statuses = atOnce(IntStream.range(0, 8)
                .<Callable<Answer>>mapToObj(it -> () -> give(alice, room, bob, "member"))
                .toList());

        assertThat(statuses).containsOnly(201, 400);
        assertThat(statuses).filteredOn(it -> it == 201).hasSize(1);
    }

    @RepeatedTest(8)
    void aRoomDeletedWhileOthersUseItIsGoneForThemWithoutAFailure() throws Exception {
        var alice = people.alice();
        var bob = people.bob();
        var carol = people.alice();
        var room = aRoomOf(alice, "public");
        grant(room, bob, Role.ADMINISTRATOR);
        var access = ACCESSES + accessOf(room, bob) + "/";

        var statuses = atOnce(
                () -> as(alice).delete(path(room)),
                () -> as(bob).patch(path(room), "{\"access_level\":\"trusted\"}"),
                () -> as(carol).get(path(room)),
                () -> as(bob).patch(access, "{\"role\":\"member\"}"),
                () -> give(alice, room, carol, "member"),
                () -> as(alice).delete(access));

        assertThat(statuses.getFirst()).isEqualTo(204);
        assertThat(statuses).allMatch(it -> it < 500);
        assertThat(leftOf(room)).isZero();
    }

    @RepeatedTest(4)
    void promotedAndDemotedAtOnceIsOneOrTheOther() throws Exception {
        var alice = people.alice();
        var bob = people.bob();
        var room = aRoomOf(alice, "public");
        grant(room, bob, Role.MEMBER);

        var statuses = atOnce(
                () -> change(alice, room, bob, "administrator"),
                () -> change(alice, room, bob, "member"),
                () -> remove(alice, room, bob),
                () -> as(alice).put(path(room), "{\"name\":\"Renamed " + id(room) + "!\"}"));

        assertThat(statuses).allMatch(it -> it < 500);
        assertThat(statuses.getLast()).isEqualTo(200);
        assertThat(roleOf(room, bob)).isEqualTo("none");
    }

    @RepeatedTest(4)
    void oneOfTwoRoomsRenamedAlikeAtOnceGetsTheName() throws Exception {
        var alice = people.alice();
        var one = aRoomOf(alice, "public");
        var other = aRoomOf(alice, "public");
        var name = "{\"name\":\"Wanted " + id(one).toString().substring(0, 8) + "\"}";

        var statuses =
                atOnce(() -> as(alice).patch(path(one), name), () -> as(alice).patch(path(other), name));

        assertThat(statuses).containsExactlyInAnyOrder(200, 400);
    }

    @SafeVarargs
    private static List<Integer> atOnce(Callable<Answer>... calls) throws Exception {
        return atOnce(List.of(calls));
    }

    private static List<Integer> atOnce(List<Callable<Answer>> calls) throws Exception {
        var start = new CyclicBarrier(calls.size());
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            return threads
                    .invokeAll(calls.stream()
                            .<Callable<Answer>>map(it -> () -> {
                                start.await();
                                return it.call();
                            })
                            .toList())
                    .stream()
                    .map(it -> it.resultNow().status())
                    .toList();
        }
    }

    private int owners(JsonNode room) {
        return jdbc.sql("select count(*) from meet_resource_access where resource_id = :id and role = 'owner'")
                .param("id", id(room))
                .query(Integer.class)
                .single();
    }

    private int leftOf(JsonNode room) {
        return Stream.of(
                        "meet_resource where id",
                        "meet_room where resource_id",
                        "meet_resource_access where resource_id")
                .mapToInt(it -> jdbc.sql("select count(*) from " + it + " = :id")
                        .param("id", id(room))
                        .query(Integer.class)
                        .single())
                .sum();
    }
}
