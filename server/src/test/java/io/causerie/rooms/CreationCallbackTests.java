package io.causerie.rooms;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code POST /api/v1.0/rooms/creation-callback/}. */
class CreationCallbackTests extends RoomsTest {

    private static final String CALLBACK = ROOMS + "creation-callback/";
    private static final String NOTHING = "{\"status\":\"success\",\"room\":{}}";

    @Test
    void tellsTheRoomOnce() {
        var callback = UUID.randomUUID().toString().replace("-", "");
        create("Called back", "\"" + callback + "\"");

        assertThat(ask(callback)).isEqualTo("{\"status\":\"success\",\"room\":{\"slug\":\"called-back\"}}");
        assertThat(ask(callback)).isEqualTo(NOTHING);
    }

    @Test
    void tellsOneOfManyWhoAskAtOnce() {
        create("Called once", "\"once\"");
        Callable<String> ask = () -> ask("once");

        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var answers = IntStream.range(0, 30).mapToObj(it -> threads.submit(ask)).toList().stream()
                    .map(CreationCallbackTests::of)
                    .toList();

            assertThat(answers).filteredOn(it -> it.contains("called-once")).hasSize(1);
            assertThat(answers).filteredOn(it -> it.equals(NOTHING)).hasSize(29);
        }
    }

    @Test
    void knowsNothingOfRoomsNobodyWaitsFor() {
        create("Not waited for", "\"\"");
        create("Nor this", "null");
        create("Nor that", "[1]");

        assertThat(ask("anything")).isEqualTo(NOTHING);
    }

    @Test
    void remembersTheLastRoomOfAName() {
        create("Called early", "\"twice\"");
        create("Called late", "\"twice\"");

        assertThat(ask("twice")).contains("called-late");
    }

    @Test
    void doesNotCareWhetherTheRoomIsStillThere() {
        var alice = people.alice();
        var room = as(alice)
                .post(ROOMS, "{\"name\":\"Short lived\",\"callback_id\":\"gone\"}")
                .json();
        as(alice).delete(path(room));

        assertThat(ask("gone")).contains("short-lived");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{} | {\"callback_id\":[\"This field is required.\"]}",
                "{\"callback_id\":\" \"} | {\"callback_id\":[\"This field may not be blank.\"]}",
                "{\"callback_id\":null} | {\"callback_id\":[\"This field may not be null.\"]}",
                "{\"callback_id\":[]} | {\"callback_id\":[\"Not a valid string.\"]}"
            })
    void tellsWhatIsWrong(String body, String told) {
        var answer = anonymous().post(CALLBACK, body);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.body()).isEqualTo(told);
    }

    @Test
    void isNoRoomWhateverOneIsCalled() {
        create("Creation callback", "null");

        assertThat(anonymous().get(CALLBACK).status()).isEqualTo(405);
        assertThat(as(people.alice()).delete(CALLBACK).status()).isEqualTo(405);
    }

    private void create(String name, String callback) {
        var answer = as(people.alice()).post(ROOMS, "{\"name\":\"" + name + "\",\"callback_id\":" + callback + "}");
        assertThat(answer.status()).isEqualTo(201);
    }

    private String ask(String callback) {
        var answer = anonymous().post(CALLBACK, "{\"callback_id\":\"" + callback + "\"}");
        assertThat(answer.status()).isEqualTo(200);
        return answer.body();
    }

    private static String of(java.util.concurrent.Future<String> answer) {
        try {
            return answer.get();
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }
}
