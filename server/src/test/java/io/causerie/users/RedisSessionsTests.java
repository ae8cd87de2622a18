package io.causerie.users;

import static io.causerie.users.TestBrowser.query;
import static org.assertj.core.api.Assertions.assertThat;

import io.causerie.RedisServer;
import io.causerie.users.SessionStore.Owner;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** Sessions where {@code REDIS_URL} names a Redis: all that back-channel logout asks of them, and what is special there. */
class RedisSessionsTests extends BackChannelLogoutTests {

    private static final RedisServer REDIS = new RedisServer().start();

    @DynamicPropertySource
    static void redis(DynamicPropertyRegistry registry) {
        registry.add("REDIS_URL", REDIS::url);
    }

    @AfterAll
    static void stop() {
        REDIS.close();
    }

    @Autowired
    SessionStore store;

    @Test
    void nothingIsKeptInTheDatabase() {
        assertThat(jdbc.sql("select count(*) from causerie.session")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void aRequestCostsOneStatementBesidesTheSession() {
        assertThat(statements.during(() -> assertThat(me()).isEqualTo(200))).hasSize(1);
        browser = new TestBrowser(port);
        begin("");
        assertThat(statements.during(() -> assertThat(me()).isEqualTo(401))).isEmpty();
    }

    @Test
    void signsOutByTheProvider() {
        var before = browser.cookie("sessionid");
        var state = query(browser.get("/api/v1.0/logout/").header("Location")).get("state");
        assertThat(browser.get("/api/v1.0/logout-callback/?state=" + state).header("Location"))
                .isEqualTo("/bye");
        browser.cookie("sessionid", before);
        assertThat(me()).isEqualTo(401);
    }

    @Test
    void aSecondTabOfTheSamePersonKeepsTheSession() {
        var first = begin("");
        var second = begin("");
        assertThat(comeBack(first).header("Location")).isEqualTo("/home");
        assertThat(comeBack(second).header("Location")).isEqualTo("/home");
        assertThat(callback(second).status()).isEqualTo(400);
        assertThat(me()).isEqualTo(200);
    }

    @Test
    void aNewPasswordEndsTheSession() {
        jdbc.sql("update public.meet_user set password = '!changed' where sub = :sub")
                .param("sub", sub)
                .update();
        assertThat(me()).isEqualTo(401);
    }

    @Test
    void aStateIsTakenOnceHoweverManyTry() throws Exception {
        var key = SessionKey.fresh();
        var pending = new PendingState(false, "n", "v", 1);
        store.insert(key, SessionData.EMPTY.withState("s", pending), Duration.ofMinutes(1));
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var taken = IntStream.range(0, 20)
                    .mapToObj(it -> threads.submit(() -> store.take(key, "s", Duration.ofMinutes(1))))
                    .toList();
            int winners = 0;
            for (var one : taken) {
                winners += one.get().isPresent() ? 1 : 0;
            }
            assertThat(winners).isEqualTo(1);
        }
    }

    @Test
    void aSessionEndsByItself() {
        var key = SessionKey.signedIn();
        store.insert(key, new Owner(UUID.randomUUID(), new byte[] {1}, null, null), Duration.ofMillis(300));
        assertThat(store.find(key)).isPresent();
        Awaitility.await()
                .atMost(Duration.ofSeconds(5))
                .until(() -> store.find(key).isEmpty());
    }

    @Test
    void aLogoutTokenFindsASessionForAsLongAsItLasts() {
        var prolonged = inserted("prolonged", 300);
        var longer = inserted("both", 60_000);
        var shorter = inserted("both", 300);
        var last = inserted("last", 400);

        assertThat(store.change(prolonged, it -> it, Duration.ofMinutes(1))).isPresent();
        Awaitility.await()
                .atMost(Duration.ofSeconds(5))
                .until(() -> store.find(shorter).isEmpty() && store.find(last).isEmpty());

        for (var sid : new String[] {"prolonged", "both"}) {
            var token = new LogoutToken(sid, Instant.now().plusSeconds(60), null, sid);
            assertThat(store.end(token)).isTrue();
        }
        assertThat(store.find(prolonged)).isEmpty();
        assertThat(store.find(longer)).isEmpty();
    }

    private SessionKey inserted(String sid, long millis) {
        var key = SessionKey.signedIn();
        store.insert(key, new Owner(UUID.randomUUID(), new byte[] {1}, sid, null), Duration.ofMillis(millis));
        return key;
    }

    @Test
    void nobodyIsSignedOutWhileRedisDoesNotAnswer() {
        REDIS.kill();
        try {
            var answer = browser.get("/api/v1.0/users/me/");
            assertThat(answer.status()).isEqualTo(503);
            assertThat(answer.response().headers().map()).doesNotContainKey("set-cookie");
            assertThat(browser.get("/api/v1.0/authenticate/").status()).isEqualTo(503);
            assertThat(new TestBrowser(port).get("/api/v1.0/users/me/").status())
                    .isEqualTo(401);
        } finally {
            REDIS.start();
            Awaitility.await()
                    .atMost(Duration.ofSeconds(20))
                    .until(() -> Objects.requireNonNull(new TestBrowser(port).get("/api/v1.0/authenticate/"))
                                    .status()
                            == 302);
        }
    }
}
