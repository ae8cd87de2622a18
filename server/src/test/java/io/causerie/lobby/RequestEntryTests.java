package io.causerie.lobby;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.Locale;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** {@code POST /api/v1.0/rooms/{id or slug}/request-entry/}; LiveKit is away all the time, and nobody notices. */
class RequestEntryTests extends LobbyTest {

    @Test
    void letsAGuestWait() {
        var room = aRoomOf(people.alice(), "restricted");

        var answer = knock(room, (String) null, "Zoe");

        assertThat(answer.status()).isEqualTo(200);
        var id = answer.json().get("id").asString();
        assertThat(answer.header("Set-Cookie"))
                .isEqualTo("lobbyParticipantId=" + id + "; Path=/; HttpOnly; Secure; SameSite=Lax");
        assertThat(answer.json().propertyNames())
                .containsExactlyInAnyOrder("id", "username", "status", "color", "livekit");
        assertThat(answer.json().get("username").asString()).isEqualTo("Zoe");
        assertThat(status(answer)).isEqualTo("waiting");
        assertThat(answer.json().get("livekit").isNull()).isTrue();
        assertThat(answer.json().get("color").asString()).matches("hsl\\(\\d+, \\d+%, \\d+%\\)");
    }

    @Test
    void keepsIdNameAndColourOfTheFirstTime() {
        var room = aRoomOf(people.alice(), "restricted");
        var first = knock(room, (String) null, "Zoe").json();

        var again = knock(room, first.get("id").asString(), "Eve").json();

        assertThat(again).isEqualTo(first);
    }

    @Test
    void asksTheDatabaseOnceAndThenNoMore() {
        var room = aRoomOf(people.alice(), "restricted");
        var first = new String[1];
        assertThat(statements.during(() -> first[0] = cookie(knock(room, (String) null, "Zoe"))))
                .hasSize(1);

        assertThat(statements.during(() -> knock(room, first[0], "Zoe"))).isEmpty();
        assertThat(statements.during(() -> knock(room, (String) null, "Max"))).isEmpty();
    }

    @Test
    void opensToWhomTheRoomAdmits() {
        var alice = people.alice();
        var bob = people.bob();
        var open = aRoomOf(alice, "public");
        var trusted = aRoomOf(alice, "trusted");
        var restricted = aRoomOf(alice, "restricted");

        assertThat(status(knock(open, (String) null, "Zoe"))).isEqualTo("accepted");
        assertThat(status(knock(trusted, (String) null, "Zoe"))).isEqualTo("waiting");
        assertThat(status(knock(trusted, bob, null))).isEqualTo("accepted");
        assertThat(status(knock(restricted, bob, null))).isEqualTo("waiting");
        assertThat(status(knock(restricted, alice, null))).isEqualTo("accepted");
        assertThat(waiting(open, alice)).isEmpty();
    }

    @Test
    void handsOutATokenWithTheNameOfNowAndTheColourOfThen() {
        var alice = people.alice();
        var room = aRoomOf(alice, "restricted");
        var first = knock(room, (String) null, "Zoe").json();
        decide(room, alice, first.get("id").asString(), true);

        var answer = knock(room, first.get("id").asString(), "Eve").json();

        assertThat(answer.get("status").asString()).isEqualTo("accepted");
        assertThat(answer.get("username").asString()).isEqualTo("Zoe");
        assertThat(answer.get("livekit").get("room").asString())
                .isEqualTo(room.get("id").asString());
        var claims = claims(answer);
        assertThat(claims.get("name").asString()).isEqualTo("Eve");
        assertThat(claims.get("attributes").get("color").asString())
                .isEqualTo(first.get("color").asString());
        assertThat(claims.get("attributes").get("is_authenticated").asString()).isEqualTo("false");
        assertThat(claims.get("video").get("roomAdmin").asBoolean()).isFalse();
    }

    /** Regression: contract 03, section 24.2, item 3. */
    @Test
    void identityTakenFromTheCookieUnchecked() {
        var alice = people.alice();
        var open = aRoomOf(alice, "public");
        var sub = String.valueOf(alice.user().sub());

        var answer = knock(open, sub, "Mallory");

        assertThat(answer.json().get("id").asString()).isNotEqualTo(sub).isEqualTo(cookie(answer));
        assertThat(claims(answer.json()).get("sub").asString()).isNotEqualTo(sub);
        var own = knock(open, cookie(answer), "Mallory");
        assertThat(own.json().get("id").asString()).isEqualTo(cookie(answer));
        assertThat(claims(own.json()).get("sub").asString())
                .isNotEqualTo(cookie(answer))
                .matches("[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}");
    }

    @Test
    void twoTabsAreTwoParticipantsWithOneMark() {
        var alice = people.alice();
        var open = aRoomOf(alice, "public");
        var other = aRoomOf(alice, "public");
        var cookie = cookie(knock(open, (String) null, "Zoe"));

        var one = UUID.fromString(
                claims(knock(open, cookie, "Zoe").json()).get("sub").asString());
        var two = UUID.fromString(
                claims(knock(open, cookie, "Zoe").json()).get("sub").asString());
        var elsewhere = UUID.fromString(
                claims(knock(other, cookie, "Zoe").json()).get("sub").asString());

        assertThat(one).isNotEqualTo(two);
        assertThat(one.getLeastSignificantBits())
                .isEqualTo(two.getLeastSignificantBits())
                .isNotEqualTo(elsewhere.getLeastSignificantBits());
    }

    @Test
    void takesACookieOfAnotherServersMaking() {
        var room = aRoomOf(people.alice(), "restricted");
        var foreign = UUID.randomUUID().toString();

        assertThat(cookie(knock(room, foreign.toUpperCase(Locale.ROOT), "Zoe"))).isEqualTo(foreign);
        assertThat(cookie(knock(room, foreign.replace("-", ""), "Zoe"))).isEqualTo(foreign);
    }

    @Test
    void takesNoCookieThatIsNoId() {
        var room = aRoomOf(people.alice(), "restricted");
        var random = new Random(20261122);
        for (int i = 0; i < 60; i++) {
            var hostile = hostile(random);
            var answer = knock(room, hostile, "Zoe");
            assertThat(answer.status()).as(hostile).isEqualTo(200);
            assertThat(UUID.fromString(cookie(answer)).toString()).isNotEqualTo(hostile);
        }
    }

    @Test
    void givesBackEveryName() {
        var alice = people.alice();
        var room = aRoomOf(alice, "restricted");
        var random = new Random(5);
        for (int i = 0; i < 40; i++) {
            var name = "x"
                    + random.ints(1 + random.nextInt(60), 1, 0xd800)
                            .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                            .toString()
                            .strip();
            var body = JsonMapper.shared().writeValueAsString(java.util.Map.of("username", name));
            var answer = anonymous().post(path(room) + "request-entry/", body);
            assertThat(answer.json().get("username").asString()).isEqualTo(name.strip());
        }
        assertThat(waiting(room, alice)).hasSizeGreaterThan(0);
    }

    @Test
    void refusesABodyBeforeItLooksForTheRoom() {
        var nowhere = ROOMS + "nowhere-at-all/request-entry/";

        assertThat(anonymous().post(nowhere, "{}").body()).isEqualTo("{\"username\":[\"This field is required.\"]}");
        assertThat(anonymous().post(nowhere, "{\"username\":\"  \"}").body())
                .isEqualTo("{\"username\":[\"This field may not be blank.\"]}");
        assertThat(anonymous().post(nowhere, "{\"username\":null}").status()).isEqualTo(400);
        var absent = anonymous().post(nowhere, "{\"username\":\"Zoe\"}");
        assertThat(absent.status()).isEqualTo(404);
        assertThat(absent.body()).isEqualTo("{\"detail\":\"No Room matches the given query.\"}");
        assertThat(absent.header("Set-Cookie")).isNull();
    }

    @Test
    void isThrottledByCookieBeforeTheBodyIsRead() {
        var room = aRoomOf(people.alice(), "restricted");
        var cookie = cookie(knock(room, (String) null, "Zoe"));
        for (int i = 0; i < 150; i++) {
            knock(room, cookie, "Zoe");
        }

        var answer = anonymous().with("Cookie", COOKIE + "=" + cookie).post(path(room) + "request-entry/", "{}");

        assertThat(answer.status()).isEqualTo(429);
        assertThat(answer.header("Retry-After")).isNotNull();
        assertThat(status(knock(room, (String) null, "Max"))).isEqualTo("waiting");
    }

    @Test
    void readsTheAccessLevelAtEachPoll() {
        var alice = people.alice();
        var room = aRoomOf(alice, "restricted");
        var cookie = cookie(knock(room, (String) null, "Zoe"));

        as(alice).patch(path(room), "{\"access_level\":\"public\"}");
        assertThat(status(knock(room, cookie, "Zoe"))).isEqualTo("accepted");
        as(alice).patch(path(room), "{\"access_level\":\"restricted\"}");
        assertThat(status(knock(room, cookie, "Zoe"))).isEqualTo("waiting");
    }

    @Test
    void isFoundBySlugInAnySpelling() {
        var alice = people.alice();
        var room = aRoomOf(alice, "restricted");
        var slug = room.get("slug").asString();

        var answer =
                anonymous().post(ROOMS + slug.toUpperCase(Locale.ROOT) + "/request-entry/", "{\"username\":\"Zoe\"}");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(waiting(room, alice)).hasSize(1);
    }

    @Test
    void twoFirstEntriesAtOnceAreOne() throws Exception {
        var alice = people.alice();
        var room = aRoomOf(alice, "restricted");
        var cookie = UUID.randomUUID().toString();
        try (var threads = Executors.newFixedThreadPool(8)) {
            var knocks = new ArrayList<Callable<String>>();
            for (int i = 0; i < 8; i++) {
                var name = "Zoe " + i;
                knocks.add(
                        () -> knock(room, cookie, name).json().get("username").asString());
            }
            var names = new HashSet<String>();
            for (var future : threads.invokeAll(knocks)) {
                names.add(future.get());
            }
            assertThat(names).hasSize(1);
        }
        assertThat(waiting(room, alice)).hasSize(1);
    }

    @Test
    void aRoomDeletedMeanwhileIsGoneAtOnce() {
        var alice = people.alice();
        var room = aRoomOf(alice, "restricted");
        var cookie = cookie(knock(room, (String) null, "Zoe"));

        assertThat(as(alice).delete(path(room)).status()).isEqualTo(204);

        assertThat(knock(room, cookie, "Zoe").status()).isEqualTo(404);
    }

    /** Nothing that has 32 hexadecimal digits. */
    private static String hostile(Random random) {
        return random.ints(random.nextInt(80), 0x21, 0x7f)
                        .filter(it -> it != ';' && it != ',' && it != '"' && it != '\\')
                        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                + "!";
    }
}
