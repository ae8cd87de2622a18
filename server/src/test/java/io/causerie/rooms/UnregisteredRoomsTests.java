package io.causerie.rooms;

import static org.assertj.core.api.Assertions.assertThat;

import io.causerie.Http.Answer;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Addresses nobody registered: never a way around a registered room's rules (contract 03, section 24.2, items 1 and 2). */
class UnregisteredRoomsTests extends RoomsTest {

    private static final String NOISE = "!?*'()~,;:@&=+$|^`日本語éß¿ \u200b\u0301";
    private static final String ENDS = "-_ ";

    @Test
    void lobbyBypassThroughUnregisteredRooms() {
        var room = aRoomOf(people.alice(), "restricted");
        var id = id(room).toString();
        var bare = id.replace("-", "");

        for (var key : List.of(
                id + "!",
                id + "_",
                id + " ",
                " " + id,
                "-" + id,
                "_" + id + "_",
                id.toUpperCase(java.util.Locale.ROOT),
                bare,
                bare + "!",
                "urn:uuid:" + id,
                "{" + id + "}",
                "urn:uuid:" + id + "!",
                id.replace('-', ' '),
                id.replace("-", "--"),
                wide(id),
                wide(bare),
                "日" + id + "本")) {
            assertNoWayIn(key);
        }
    }

    @Test
    void lobbyBypassByAnySpellingOfAnId() {
        var random = new Random(24_2_1);
        var room = aRoomOf(people.alice(), "restricted");
        var id = id(room).toString();
        for (int i = 0; i < 400; i++) {
            assertNoWayIn(disguised(id, random));
        }
    }

    @Test
    void deletedRoomsAreNotJoinableByTheirId() {
        var alice = people.alice();
        var room = aRoomOf(alice, "restricted");
        as(alice).delete(path(room));

        for (var key :
                List.of(id(room).toString(), id(room) + "!", id(room).toString().replace("-", ""))) {
            assertThat(get(key).status()).as(key).isEqualTo(404);
        }
    }

    @Test
    void idsNobodyHasAreNoRooms() {
        var id = UUID.randomUUID().toString();

        for (var key : List.of(id, id + "!", id.replace("-", "") + "_", "urn:uuid:" + id, wide(id))) {
            assertThat(get(key).body()).as(key).isEqualTo("{\"detail\":\"No Room matches the given query.\"}");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "connection-test-5d0d0a0e-3f5d-4f0f-9d3f-2d1f0c9b8a77",
                "connection-test",
                "Connection Test x",
                "connection--test-x!",
                "ＣＯＮＮＥＣＴＩＯＮ-test-x"
            })
    void connectionTestsAreNobodysRooms(String key) {
        assertThat(get(key).status()).isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"日本語", "!", "---", "_", " "})
    void emptySlugsAreNoRooms(String key) {
        assertThat(get(key).status()).isEqualTo(404);
    }

    @Test
    void aRegisteredRoomIsFoundByWhateverMakesItsSlug() {
        var alice = people.alice();
        var name = "Closed doors " + UUID.randomUUID().toString().substring(0, 6);
        as(alice).post(ROOMS, "{\"name\":\"" + name + "\",\"access_level\":\"restricted\"}");

        for (var key :
                List.of(name, name + "!", "_" + name + "-", name.toUpperCase(java.util.Locale.ROOT), wide(name))) {
            var answer = get(key);
            assertThat(answer.status()).as(key).isEqualTo(200);
            assertThat(answer.json().get("id").isNull()).isFalse();
            assertThat(answer.json().has("livekit")).isFalse();
        }
    }

    @Test
    void offerNothingButTheirMeeting() {
        var alice = people.alice();
        var key = "ad-hoc-" + UUID.randomUUID().toString().substring(0, 6);

        var answer = anonymous().get(ROOMS + key + "/").json();

        assertThat(answer.propertyNames()).containsExactly("id", "slug", "is_administrable", "access_level", "livekit");
        assertThat(answer.get("livekit").get("room").asString()).isEqualTo(key);
        assertThat(as(alice).patch(ROOMS + key + "/", "{}").status()).isEqualTo(404);
        assertThat(as(alice).delete(ROOMS + key + "/").status()).isEqualTo(404);
        assertThat(as(alice).post(ROOMS + key + "/invite/", "{}").status()).isEqualTo(404);
        assertThat(as(alice).post(ROOMS + key + "/end/", "").status()).isEqualTo(404);
    }

    /** Found as the restricted room it is, or not found, or quite another room; never a token for that one. */
    private void assertNoWayIn(String key) {
        var answer = get(key);
        assertThat(answer.status()).as(key).isIn(200, 404);
        if (answer.json().has("livekit")) {
            assertThat(answer.json().get("id").isNull()).as(key).isTrue();
            assertThat(Slugs.id(claims(answer.json()).get("video").get("room").asString()))
                    .as(key)
                    .isEmpty();
        }
    }

    private Answer get(String key) {
        return anonymous()
                .get(ROOMS + URLEncoder.encode(key, StandardCharsets.UTF_8).replace("+", "%20") + "/");
    }

    private static String disguised(String id, Random random) {
        var key = new StringBuilder();
        for (char it : id.toCharArray()) {
            if (it != '-' || random.nextInt(3) > 0) {
                key.append(shape(it, random));
            }
            if (random.nextInt(8) == 0) {
                key.append(NOISE.charAt(random.nextInt(NOISE.length())));
            }
        }
        for (int i = random.nextInt(3); i > 0; i--) {
            key.insert(random.nextBoolean() ? 0 : key.length(), ENDS.charAt(random.nextInt(ENDS.length())));
        }
        return key.toString();
    }

    private static String shape(char it, Random random) {
        return switch (random.nextInt(4)) {
            case 0 -> String.valueOf(Character.toUpperCase(it));
            case 1 -> wide(String.valueOf(it));
            default -> String.valueOf(it);
        };
    }

    /** In the full-width forms that normalisation turns into ASCII. */
    private static String wide(String text) {
        var wide = new StringBuilder();
        for (char it : text.toCharArray()) {
            wide.append(it > ' ' && it < 127 && it != '-' ? (char) (it + 0xfee0) : it);
        }
        return wide.toString();
    }
}
