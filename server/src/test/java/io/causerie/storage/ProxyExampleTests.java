package io.causerie.storage;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.causerie.ApplicationTest;
import io.causerie.Http;
import io.causerie.NginxServer;
import io.causerie.users.SignedIn;
import io.causerie.users.TestUsers;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** {@code deploy/proxy/nginx.conf}, as it stands there, before this server and a real store. */
@ApplicationTest
@Import(TestUsers.class)
class ProxyExampleTests {

    private static final Minio STORE = minio();

    @DynamicPropertySource
    static void store(DynamicPropertyRegistry registry) {
        registry.add("AWS_S3_ENDPOINT_URL", STORE::endpoint);
        registry.add(
                "AWS_S3_ACCESS_KEY_ID", () -> STORE.properties().accessKeyId().value());
        registry.add(
                "AWS_S3_SECRET_ACCESS_KEY",
                () -> STORE.properties().secretAccessKey().value());
        registry.add("AWS_STORAGE_BUCKET_NAME", () -> Minio.BUCKET);
    }

    @LocalServerPort
    int port;

    @Autowired
    TestUsers users;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    ObjectStore objects;

    private NginxServer nginx;
    private SignedIn alice;
    private String path;

    @BeforeEach
    void aRecordingBehindTheProxy() throws IOException {
        var example = Files.readString(Path.of("../deploy/proxy/nginx.conf"));
        nginx = NginxServer.serving(listen -> example.replace("listen 8080;", "listen 127.0.0.1:" + listen + ";")
                .replace("127.0.0.1:8000", "127.0.0.1:" + port)
                .replace("127.0.0.1:9000", STORE.endpoint().substring("http://".length())));
        alice = users.alice();
        var id = recording();
        path = "/media/recordings/" + id + ".mp4";
        objects.write(
                "recordings/" + id + ".mp4", "video/mp4", new ByteArrayInputStream("0123456789".getBytes(UTF_8)), 10);
    }

    @AfterEach
    void stop() {
        nginx.close();
    }

    @AfterAll
    static void stopTheStore() {
        STORE.close();
    }

    @Test
    void theOwnerReadsTheFileWholeInPartsAndByHead() {
        var whole = as(alice).get(path);
        assertThat(whole.status()).isEqualTo(200);
        assertThat(whole.body()).isEqualTo("0123456789");
        assertThat(whole.header("Content-Type")).isEqualTo("video/mp4");
        assertThat(whole.header("Content-Disposition")).isEqualTo("attachment");
        assertThat(whole.header("Content-Security-Policy")).isEqualTo("default-src 'none'");
        assertThat(whole.header("Cache-Control")).isEqualTo("private, no-cache");

        var part = as(alice).with("Range", "bytes=2-4").get(path);
        assertThat(part.status()).isEqualTo(206);
        assertThat(part.body()).isEqualTo("234");

        var head = as(alice).send("HEAD", path, BodyPublishers.noBody(), null);
        assertThat(head.status()).isEqualTo(200);
        assertThat(head.header("Content-Length")).isEqualTo("10");

        assertThat(as(alice).get(path + "?download=1").body()).isEqualTo("0123456789");
    }

    @Test
    void nobodyElseGetsAByte() {
        assertThat(new Http(nginx.port()).get(path).status()).isEqualTo(401);
        assertThat(as(users.bob()).get(path).status()).isEqualTo(403);
        assertThat(as(alice).get("/media/recordings%2Fother.mp4").status()).isEqualTo(403);
        assertThat(as(alice).get("/media/../minio/health/live").status()).isNotEqualTo(200);
        assertThat(as(alice).get("/media-auth").status()).isEqualTo(404);
        assertThat(as(alice).delete(path).status()).isEqualTo(403);
        assertThat(as(alice).get(path).status()).as("still there").isEqualTo(200);
    }

    @Test
    void signaturesAreNotHandedToPagesThatAskForThem() {
        var answer = as(alice).with("X-Original-URL", path).get("/api/v1.0/recordings/media-auth/");
        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.header("Authorization")).isNull();
    }

    private Http as(SignedIn browser) {
        return new Http(nginx.port()).with("Cookie", browser.cookies());
    }

    private UUID recording() {
        var room = UUID.randomUUID();
        var id = UUID.randomUUID();
        jdbc.sql("insert into public.meet_resource (id, created_at, updated_at) values (:id, now(), now())")
                .param("id", room)
                .update();
        jdbc.sql("""
                insert into public.meet_room (resource_id, name, slug, configuration, access_level)
                values (:id, 'Weekly', :slug, '{}', 'public')""").param("id", room).param("slug", room.toString()).update();
        jdbc.sql("""
                insert into public.meet_recording (id, created_at, updated_at, status, room_id, mode, options)
                values (:id, now(), now(), 'saved', :room, 'screen_recording', '{}')""").param("id", id).param("room", room).update();
        jdbc.sql("""
                insert into public.meet_recording_access (id, created_at, updated_at, team, role, recording_id, user_id)
                values (gen_random_uuid(), now(), now(), '', 'owner', :id, :user)""").param("id", id).param("user", alice.user().id()).update();
        return id;
    }

    private static Minio minio() {
        try {
            return Minio.start(Files.createTempDirectory("proxied"), Map.of());
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
