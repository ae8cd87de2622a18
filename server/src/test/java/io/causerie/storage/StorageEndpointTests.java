package io.causerie.storage;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.causerie.ApplicationTest;
import io.causerie.Http;
import io.causerie.storage.StorageNotices.Outcome;
import io.causerie.storage.StorageTestParts.Brittle;
import io.causerie.storage.StorageTestParts.Notices;
import io.causerie.storage.StorageTestParts.Things;
import io.causerie.users.SignedIn;
import io.causerie.users.TestUsers;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.context.TestPropertySource;

@ApplicationTest
@Import({StorageTestParts.class, TestUsers.class})
@TestPropertySource(properties = {"RECORDING_STORAGE_EVENT_ENABLE=true", "RECORDING_STORAGE_EVENT_TOKEN=hook-token"})
class StorageEndpointTests {

    @TempDir
    static Path folder;

    @DynamicPropertySource
    static void folder(DynamicPropertyRegistry registry) {
        registry.add("CAUSERIE_OBJECT_FOLDER", () -> folder.resolve("objects").toString());
    }

    @LocalServerPort
    int port;

    @Autowired
    TestUsers users;

    @Autowired
    Things things;

    @Autowired
    Notices notices;

    @Autowired
    Brittle store;

    @Autowired
    JdbcClient jdbc;

    private Http as(SignedIn browser) {
        return new Http(port).with("Cookie", browser.cookies());
    }

    @Nested
    class Media {

        private final String id = UUID.randomUUID().toString();
        private final String key = "things/" + id + ".mp4";
        private SignedIn alice;

        @BeforeEach
        void write() throws IOException {
            alice = users.alice();
            things.readers.put(key, alice.user().id());
            store.write(key, "video/mp4", new ByteArrayInputStream("0123456789".getBytes(UTF_8)), 10);
            store.away = false;
            store.breaksAfter = Long.MAX_VALUE;
        }

        @Test
        void reachesItsReaderWhole() {
            var answer = as(alice).get("/media/" + key);
            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.body()).isEqualTo("0123456789");
            assertThat(answer.header("Content-Type")).isEqualTo("video/mp4");
            assertThat(answer.header("Content-Length")).isEqualTo("10");
            assertThat(answer.header("Accept-Ranges")).isEqualTo("bytes");
            assertThat(answer.header("Content-Security-Policy")).isEqualTo("default-src 'none'");
            assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
            assertThat(answer.header("Cache-Control")).isEqualTo("private, no-cache");
            assertThat(answer.header("Content-Disposition"))
                    .startsWith("attachment;")
                    .contains("filename*=UTF-8''%C3%89quipe%20_A_B__2026.mp4");
        }

        @Test
        void answersHeadWithoutTheBytes() {
            var answer = as(alice).send("HEAD", "/media/" + key, BodyPublishers.noBody(), null);
            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.header("Content-Length")).isEqualTo("10");
            assertThat(answer.bytes()).isEmpty();
        }

        @Test
        void isReadInSeveralRangesAtOnce() {
            var answer = as(alice).with("Range", "bytes=7-8,0-1,50-").get("/media/" + key);
            assertThat(answer.status()).isEqualTo(206);
            var type = answer.header("Content-Type");
            assertThat(type).startsWith("multipart/byteranges; boundary=");
            var boundary = type.substring(type.indexOf('=') + 1);
            assertThat(answer.body())
                    .isEqualTo(("\r\n--B\r\nContent-Type: video/mp4\r\nContent-Range: bytes 7-8/10\r\n\r\n78"
                                    + "\r\n--B\r\nContent-Type: video/mp4\r\nContent-Range: bytes 0-1/10\r\n\r\n01"
                                    + "\r\n--B--\r\n")
                            .replace("B", boundary));
            assertThat(answer.header("Content-Length")).isEqualTo(String.valueOf(answer.bytes().length));
            assertThat(answer.header("Content-Range")).isNull();
        }

        @Test
        void isReadInRanges() {
            var answer = as(alice).with("Range", "bytes=2-4").get("/media/" + key);
            assertThat(answer.status()).isEqualTo(206);
            assertThat(answer.body()).isEqualTo("234");
            assertThat(answer.header("Content-Range")).isEqualTo("bytes 2-4/10");
            assertThat(answer.header("Content-Length")).isEqualTo("3");
            assertThat(as(alice).with("Range", "bytes=-3").get("/media/" + key).body())
                    .isEqualTo("789");
        }

        @Test
        void hasNothingBeyondItsEnd() {
            var answer = as(alice).with("Range", "bytes=10-").get("/media/" + key);
            assertThat(answer.status()).isEqualTo(416);
            assertThat(answer.header("Content-Range")).isEqualTo("bytes */10");
        }

        @Test
        void isNotSentAgainToWhoHasIt() {
            var etag = as(alice).get("/media/" + key).header("ETag");
            var answer = as(alice).with("If-None-Match", etag).get("/media/" + key);
            assertThat(answer.status()).isEqualTo(304);
            assertThat(answer.bytes()).isEmpty();
        }

        @Test
        void continuesARangeOnlyOfTheSameObject() {
            var first = as(alice).get("/media/" + key);
            var same = as(alice).with("Range", "bytes=5-").with("If-Range", first.header("ETag"));
            assertThat(same.get("/media/" + key).status()).isEqualTo(206);
            var date = as(alice).with("Range", "bytes=5-").with("If-Range", first.header("Last-Modified"));
            assertThat(date.get("/media/" + key).status()).isEqualTo(206);
            var other = as(alice).with("Range", "bytes=5-").with("If-Range", "\"other\"");
            assertThat(other.get("/media/" + key).body()).isEqualTo("0123456789");
            var before = DateTimeFormatter.RFC_1123_DATE_TIME.format(
                    Instant.now().minus(9, ChronoUnit.DAYS).atZone(ZoneOffset.UTC));
            var older = as(alice).with("Range", "bytes=5-").with("If-Range", before);
            assertThat(older.get("/media/" + key).status()).isEqualTo(200);
        }

        @Test
        void reachesNobodyElse() {
            var anonymous = new Http(port).get("/media/" + key);
            assertThat(anonymous.status()).isEqualTo(401);
            assertThat(anonymous.header("WWW-Authenticate")).isEqualTo("Session");
            assertThat(anonymous.body()).doesNotContain("0123");
            var bob = as(users.bob()).get("/media/" + key);
            assertThat(bob.status()).isEqualTo(403);
            assertThat(bob.body()).doesNotContain("0123");
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "/media/",
                    "/media/nope",
                    "/media/things/<id>.mp4/more",
                    "/media/things/../things/<id>.mp4",
                    "/media/things/%2e%2e/things/<id>.mp4",
                    "/media/things%2F<id>.mp4",
                    "/media/other/<id>.mp4",
                    "/media/.partial/things/<id>.mp4",
                    "/media/things/<id>.mp4%00",
                    "/media/things/<id>.mp4;a=b",
                    "/media/x/media/things/<id>.mp4",
                    "/media//things/<id>.mp4",
                    "/media/..%2f..%2fetc%2fpasswd",
                    "//media/things/<id>.mp4"
                })
        void isNotFoundBySideWays(String path) {
            var answer = as(alice).get(path.replace("<id>", id));
            assertThat(answer.status()).isIn(400, 403, 404);
            assertThat(answer.body()).doesNotContain("0123");
        }

        @Test
        void isMissingForAnybodyWhereThereIsNoObject() {
            assertThat(new Http(port).get("/media/nope").status()).isEqualTo(404);
        }

        @Test
        void isMissingWhenTheStoreHasLostIt() throws IOException {
            store.delete(key);
            assertThat(as(alice).get("/media/" + key).status()).isEqualTo(404);
        }

        @Test
        void isUnavailableWhileTheStoreIsAway() {
            store.away = true;
            assertThat(as(alice).get("/media/" + key).status()).isEqualTo(503);
        }

        @Test
        void isBrokenOffWhenTheStoreBreaksOff() throws IOException {
            store.write(key, "video/mp4", new ByteArrayInputStream(new byte[300_000]), 300_000);
            store.breaksAfter = 200_000;
            assertThatThrownBy(() -> as(alice).get("/media/" + key)).hasCauseInstanceOf(IOException.class);
        }
    }

    @Nested
    class Hook {

        private final UUID id = UUID.randomUUID();

        @BeforeEach
        void forget() {
            notices.heard.clear();
            notices.answer = Outcome.PROCESSED;
        }

        private Http.Answer tell(String authorization, String body) {
            var http = new Http(port);
            return (authorization == null ? http : http.with("Authorization", authorization))
                    .post("/api/v1.0/recordings/storage-hook/", body);
        }

        private String written(String key) {
            return """
                    {"EventName": "s3:ObjectCreated:Put", "Records": [{"eventName": "s3:ObjectCreated:Put", "s3": {
                     "bucket": {"name": "meet-media-storage"}, "object": {"key": "%s", "contentType": "video/mp4"}}}]}""".formatted(key);
        }

        @Test
        void passesOnThatARecordingWasWritten() {
            var answer = tell("Bearer hook-token", written("recordings%2F" + id + ".mp4"));
            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.body()).isEqualTo("{\"message\":\"Event processed.\"}");
            assertThat(notices.heard).containsExactly(new StorageNotice.Created(id, "video/mp4"));
        }

        @Test
        void tellsThatNobodyKnowsTheRecording() {
            notices.answer = Outcome.UNKNOWN;
            var answer = tell("Bearer hook-token", written("recordings%2F" + id + ".mp4"));
            assertThat(answer.status()).isEqualTo(404);
            assertThat(answer.body()).isEqualTo("{\"detail\":\"No recording found for this event.\"}");
        }

        @Test
        void tellsThatTheRecordingCannotBeSaved() {
            notices.answer = Outcome.NOT_SAVABLE;
            var answer = tell("Bearer hook-token", written("recordings%2F" + id + ".mp4"));
            assertThat(answer.status()).isEqualTo(403);
            assertThat(answer.body())
                    .isEqualTo("{\"detail\":\"Recording with ID " + id
                            + " cannot be saved because it is either, in an error state or has already been saved.\"}");
        }

        @Test
        void ignoresOtherObjects() {
            var answer = tell("Bearer hook-token", written("files%2F" + id + ".mp4"));
            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.body()).isEqualTo("{\"message\":\"Notification ignored.\"}");
            assertThat(notices.heard).isEmpty();
        }

        @ParameterizedTest
        @ValueSource(strings = {"Bearer hook-token", "bearer hook-token", "BEARER   hook-token  "})
        void readsTheSchemeInAnyCase(String authorization) {
            assertThat(tell(authorization, written("files%2Fx.mp4")).status()).isEqualTo(200);
        }

        @Test
        void refusesWhoDoesNotKnowTheToken() {
            refuses(null, "Authorization header is required");
            refuses("", "Authorization header is required");
            refuses("Bearer", "Invalid authorization header format.");
            refuses("Bearer ", "Invalid authorization header format.");
            refuses("Basic hook-token", "Invalid authorization header format.");
            refuses("Bearer other", "Invalid token");
            refuses("Bearer hook-token x", "Invalid token");
        }

        private void refuses(String authorization, String detail) {
            var answer = tell(authorization, written("recordings%2F" + id + ".mp4"));
            assertThat(answer.status()).isEqualTo(401);
            assertThat(answer.body()).isEqualTo("{\"detail\":\"" + detail + "\"}");
            assertThat(answer.header("WWW-Authenticate")).isEqualTo("Bearer realm='Storage event API'");
            assertThat(notices.heard).isEmpty();
        }

        @ParameterizedTest
        @ValueSource(strings = {"", "{}", "[]", "{\"Records\": []}"})
        void refusesWhatIsNoNotice(String body) {
            var answer = tell("Bearer hook-token", body);
            assertThat(answer.status()).isEqualTo(403);
            assertThat(answer.body()).isEqualTo("{\"detail\":\"Invalid request data.\"}");
        }

        @Test
        void tellsBadJson() {
            var answer = tell("Bearer hook-token", "{");
            assertThat(answer.status()).isEqualTo(400);
            assertThat(answer.body()).startsWith("{\"detail\":\"JSON parse error - ");
        }

        @Test
        void isCalledByPostOnly() {
            assertThat(as(users.alice())
                            .get("/api/v1.0/recordings/storage-hook/")
                            .status())
                    .isEqualTo(401);
            var answer =
                    new Http(port).with("Authorization", "Bearer hook-token").get("/api/v1.0/recordings/storage-hook/");
            assertThat(answer.status()).isEqualTo(405);
            assertThat(answer.body()).isEqualTo("{\"detail\":\"Method \\\"GET\\\" not allowed.\"}");
        }

        @Test
        void hearsARealStore(@TempDir Path bucket) throws IOException {
            var hook = "http://127.0.0.1:" + port + "/api/v1.0/recordings/storage-hook/";
            try (var minio = Minio.telling(bucket, hook, "Bearer hook-token", "recordings")) {
                minio.put("recordings/" + id + ".mp4", "video/mp4", new byte[100]);
                var expected = new StorageNotice.Created(id, "video/mp4");
                await().atMost(Duration.ofSeconds(20)).until(() -> notices.heard.contains(expected));
            }
        }

        @Test
        void doesNotAcceptASession() {
            var alice = users.alice();
            var answer = as(alice)
                    .with("X-CSRFToken", alice.csrf())
                    .post("/api/v1.0/recordings/storage-hook/", written("recordings%2F" + id + ".mp4"));
            assertThat(answer.status()).isEqualTo(401);
        }
    }

    @Nested
    class ForwardAuth {

        @Test
        void asksForASessionFirst() {
            var answer = new Http(port).get("/api/v1.0/recordings/media-auth/");
            assertThat(answer.status()).isEqualTo(401);
            assertThat(answer.header("WWW-Authenticate")).isEqualTo("Session");
        }

        @ParameterizedTest
        @ValueSource(strings = {"", "/x", "http://[::1/media/recordings/x.mp4", "/media/things/x.mp4", "/media/nope"})
        void refusesWhatIsNoRecording(String url) {
            var answer = as(users.alice()).with("X-Original-URL", url).get("/api/v1.0/recordings/media-auth/");
            assertThat(answer.status()).isEqualTo(403);
            assertThat(answer.body()).isEqualTo("{\"detail\":\"You do not have permission to perform this action.\"}");
        }

        @Test
        void refusesWithoutTheAddress() {
            assertThat(as(users.alice()).get("/api/v1.0/recordings/media-auth/").status())
                    .isEqualTo(403);
        }

        @Test
        void isCalledByGetOnly() {
            var alice = users.alice();
            var answer = as(alice).with("X-CSRFToken", alice.csrf()).delete("/api/v1.0/recordings/media-auth/");
            assertThat(answer.status()).isEqualTo(405);
        }

        @Test
        void opensNoOtherFileToAProxyThatReadsTheAddressDifferently() {
            var alice = users.alice();
            var mine = MediaTest.saved(jdbc, alice);
            for (var path : List.of("/media/recordings/%s.mp4", "/prefix/media/recordings/%s.mp4?a=b")) {
                assertThat(ask(alice, path.formatted(mine)).status()).isEqualTo(200);
            }
            assertThat(ask(alice, "/media/recordings/%s.mp4".formatted(mine)).body())
                    .isEqualTo("\"authorized\"");
            for (var path : List.of(
                    "/media/recordings/%s.mp4/../other.mp4",
                    "/media/recordings/%s.mp4/%%2e%%2e/other.mp4",
                    "/media/recordings/%s.mp4/..",
                    "/media/recordings/%s.mp4//x",
                    "/media/recordings/%s.mp4/..\\other.mp4",
                    "/x/../media/recordings/%s.mp4",
                    "/media/recordings/%s.mp4;/../other.mp4")) {
                assertThat(ask(alice, path.formatted(mine)).status()).as(path).isEqualTo(403);
            }
        }

        private Http.Answer ask(SignedIn browser, String url) {
            return as(browser).with("X-Original-URL", url).get("/api/v1.0/recordings/media-auth/");
        }
    }
}
