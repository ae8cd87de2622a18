package io.causerie.rooms;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code GET /api/v1.0/rooms/}. */
class RoomsListTests extends RoomsTest {

    @Test
    void isEmptyForAnonymousCallers() {
        aRoomOf(people.alice(), "public");

        assertThat(anonymous().get(ROOMS).body())
                .isEqualTo("{\"count\":0,\"next\":null,\"previous\":null,\"results\":[]}");
    }

    @Test
    void holdsTheRoomsOfTheCallerByName() {
        var alice = people.alice();
        var bob = people.bob();
        as(alice).post(ROOMS, "{\"name\":\"Zebra list\"}");
        var ant = as(alice).post(ROOMS, "{\"name\":\"Ant list\"}").json();
        as(bob).post(ROOMS, "{\"name\":\"Bobs own list\"}");
        grant(ant, bob, Role.MEMBER);

        var hers = as(alice).get(ROOMS).json();
        var his = as(bob).get(ROOMS).json();

        assertThat(hers.get("results").valueStream().map(it -> it.get("name").asString()))
                .containsExactly("Ant list", "Zebra list");
        assertThat(his.get("results").valueStream().map(it -> it.get("name").asString()))
                .containsExactly("Ant list", "Bobs own list");
        assertThat(hers.get("results").get(0).get("accesses")).hasSize(2);
        assertThat(his.get("results").get(0).has("accesses")).isFalse();
        assertThat(his.get("results").get(0).has("livekit")).isTrue();
    }

    @Test
    void comesInPagesWithLinks() {
        var alice = people.alice();
        IntStream.range(0, 5).forEach(it -> aRoomOf(alice, "public"));

        var first = as(alice).get(ROOMS + "?page_size=2").json();
        var last = as(alice).get(ROOMS + "?page_size=2&page=last").json();

        var base = "http://127.0.0.1:" + port + ROOMS;
        assertThat(first.get("count").asInt()).isEqualTo(5);
        assertThat(first.get("next").asString()).isEqualTo(base + "?page=2&page_size=2");
        assertThat(first.get("previous").isNull()).isTrue();
        assertThat(last.get("results")).hasSize(1);
        assertThat(last.get("next").isNull()).isTrue();
        assertThat(as(alice)
                        .get(ROOMS + "?page_size=2&page=2")
                        .json()
                        .get("previous")
                        .asString())
                .isEqualTo(base + "?page_size=2");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "2", "-1", "x"})
    void knowsNoOtherPage(String page) {
        var answer = anonymous().get(ROOMS + "?page=" + page);

        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.body()).isEqualTo("{\"detail\":\"Invalid page.\"}");
    }

    @Test
    void costsTwoStatementsInAll() {
        var alice = people.alice();
        IntStream.range(0, 20).forEach(it -> aRoomOf(alice, "public"));

        assertThat(statements.during(() ->
                        assertThat(as(alice).get(ROOMS).json().get("results")).hasSize(20)))
                .hasSize(2);
    }

    @Test
    void findsTheLastPageByItsName() {
        var alice = people.alice();
        IntStream.range(0, 5).forEach(it -> aRoomOf(alice, "public"));

        var last = as(alice).get(ROOMS + "?page=last&page_size=2").json();

        assertThat(last.get("results")).hasSize(1);
        assertThat(last.get("count").asInt()).isEqualTo(5);
        assertThat(last.get("next").isNull()).isTrue();
        assertThat(as(alice).get(ROOMS + "?page=4&page_size=2").status()).isEqualTo(404);
        assertThat(as(alice)
                        .get(ROOMS + "?page=9223372036854775807&page_size=2")
                        .status())
                .isEqualTo(404);
        assertThat(as(people.bob())
                        .get(ROOMS + "?page=last")
                        .json()
                        .get("count")
                        .asInt())
                .isZero();
    }
}
