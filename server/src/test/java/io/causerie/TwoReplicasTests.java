package io.causerie;

import static org.assertj.core.api.Assertions.assertThat;

import io.causerie.users.SignedIn;
import io.causerie.users.TestUsers;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.context.TestPropertySource;

/** Two servers on one PostgreSQL and one Redis behind a plain nginx: this process and another, which is killed in the end. */
@ApplicationTest
@TestPropertySource(
        properties = {"DJANGO_ALLOWED_HOSTS=*", "CONNECTION_TEST_ENABLED=true", "CONNECTION_TEST_THROTTLE_RATES=10/hour"
        })
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class TwoReplicasTests {

    private static final String ME = "/api/v1.0/users/me/";
    private static final String ROOMS = "/api/v1.0/rooms/";
    private static final RedisServer REDIS = new RedisServer().start();

    @LocalServerPort
    int port;

    @Autowired
    TestUsers users;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Environment environment;

    private ServerProcess other;
    private ProxyServer nginx;

    @DynamicPropertySource
    static void redis(DynamicPropertyRegistry registry) {
        registry.add("REDIS_URL", REDIS::url);
    }

    @BeforeAll
    void start() {
        var names = Set.of(
                "CAUSERIE_DATABASE_URL",
                "DB_USER",
                "DB_PASSWORD",
                "REDIS_URL",
                "DJANGO_SECRET_KEY",
                "DJANGO_CONFIGURATION",
                "DJANGO_ALLOWED_HOSTS",
                "LIVEKIT_API_KEY",
                "LIVEKIT_API_SECRET",
                "LIVEKIT_API_URL",
                "CONNECTION_TEST_ENABLED",
                "CONNECTION_TEST_THROTTLE_RATES");
        Map<String, String> settings = new ConcurrentHashMap<>();
        names.forEach(it -> settings.put(it, environment.getRequiredProperty(it)));
        other = ServerProcess.start(settings);
        nginx = NginxServer.before(port, other.port());
    }

    @AfterAll
    void stop() {
        nginx.close();
        other.close();
        REDIS.close();
    }

    @Test
    @Order(1)
    void aSessionBegunOnOneIsGoodOnTheOther() {
        var alice = users.alice();
        for (int each : new int[] {port, other.port(), nginx.port()}) {
            assertThat(alice.http(each).get(ME).status()).as("port %d", each).isEqualTo(200);
        }
    }

    @Test
    @Order(2)
    void throttlesAreShared() {
        var statuses = new int[12];
        for (int i = 0; i < statuses.length; i++) {
            var http = new Http(i % 2 == 0 ? port : other.port()).with("X-Forwarded-For", "192.0.2.77");
            statuses[i] = http.post("/api/v1.0/diagnostics/connection/", "").status();
        }
        assertThat(statuses)
                .startsWith(200, 200, 200, 200, 200, 200, 200, 200, 200, 200)
                .endsWith(429, 429);
    }

    @Test
    @Order(3)
    void nginxTellsWhoTheClientIs() {
        for (int i = 0; i < 10; i++) {
            new Http(nginx.port())
                    .with("X-Forwarded-For", "203.0.113." + i)
                    .post("/api/v1.0/diagnostics/connection/", "");
        }
        assertThat(new Http(nginx.port())
                        .with("X-Forwarded-For", "203.0.113.99")
                        .post("/api/v1.0/diagnostics/connection/", "")
                        .status())
                .isEqualTo(429);
    }

    @Test
    @Order(4)
    void noRequestIsLostThatHadBeenAnsweredWhenOneIsKilledUnderLoad() {
        var bob = users.bob();
        var read = new AtomicInteger();
        var unread = ConcurrentHashMap.<Integer>newKeySet();
        var made = ConcurrentHashMap.<String>newKeySet();
        var going = new AtomicBoolean(true);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 3; i++) {
                threads.submit(() -> reading(bob, going, read, unread));
                threads.submit(() -> making(bob, going, made));
            }
            Awaitility.await().atMost(Duration.ofSeconds(60)).until(() -> read.get() > 60 && made.size() > 20);
            other.kill();
            int before = read.get();
            int rooms = made.size();
            Awaitility.await()
                    .atMost(Duration.ofSeconds(60))
                    .until(() -> read.get() > before + 60 && made.size() > rooms + 20);
            going.set(false);
        }
        assertThat(unread).as("reads that were not answered 200").isEmpty();
        var kept = jdbc.sql("select resource_id::text from public.meet_room")
                .query(String.class)
                .set();
        assertThat(kept).containsAll(made);
    }

    private void reading(SignedIn person, AtomicBoolean going, AtomicInteger read, Set<Integer> unread) {
        while (going.get()) {
            int status = status(person);
            if (status == 200) {
                read.incrementAndGet();
            } else {
                unread.add(status);
            }
        }
    }

    private int status(SignedIn person) {
        try {
            return person.http(nginx.port()).get(ME).status();
        } catch (UncheckedIOException e) {
            return 0;
        }
    }

    /** A creation that broke off may have happened or not; one that was answered has. */
    private void making(SignedIn person, AtomicBoolean going, Set<String> made) {
        for (int i = 0; going.get(); i++) {
            try {
                var answer = person.http(nginx.port())
                        .post(
                                ROOMS,
                                "{\"name\":\"room %s %d\"}"
                                        .formatted(Thread.currentThread().threadId(), i));
                if (answer.status() == 201) {
                    made.add(answer.json().get("id").stringValue());
                }
            } catch (UncheckedIOException e) {
                // nobody was told that the room exists
            }
        }
    }
}
