package io.causerie.storage;

import static org.assertj.core.api.Assertions.assertThat;

import io.causerie.Http;
import io.causerie.ProxyServer;
import io.causerie.users.SignedIn;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every proxy of {@code deploy/proxy} does before this server and a real store, configured as its example stands there. */
abstract class ProxyExampleContract extends BucketTest {

    ProxyServer proxy;

    /** Starts the proxy with its example; only names, addresses and ports are changed. */
    abstract ProxyServer start();

    @BeforeEach
    void startTheProxy() {
        proxy = start();
    }

    @AfterEach
    void stopTheProxy() {
        proxy.close();
    }

    @Test
    void theOwnerReadsTheFileWholeInPartsAndByHead() {
        var whole = as(alice).get(path);
        assertThat(whole.status()).isEqualTo(200);
        assertThat(whole.body()).isEqualTo("0123456789");
        assertThat(whole.header("Content-Type")).isEqualTo("video/mp4");
        assertThat(whole.header("Content-Disposition")).startsWith("attachment");
        assertThat(whole.header("Content-Security-Policy")).isEqualTo("default-src 'none'");
        assertThat(whole.header("Cache-Control")).isEqualTo("private, no-cache");

        var part = as(alice).with("Range", "bytes=2-4").get(path);
        assertThat(part.status()).isEqualTo(206);
        assertThat(part.body()).isEqualTo("234");

        var head = as(alice).send("HEAD", path, BodyPublishers.noBody(), null);
        assertThat(head.status()).isEqualTo(200);
        assertThat(head.header("Content-Length")).isEqualTo("10");

        assertThat(as(alice).get(path + "?download=1").body()).isEqualTo("0123456789");
        assertThat(as(alice)
                        .with("If-None-Match", whole.header("ETag"))
                        .get(path)
                        .status())
                .isEqualTo(304);
    }

    @Test
    void nobodyElseGetsAByte() {
        assertThat(new Http(proxy.port()).get(path).status()).isEqualTo(401);
        assertThat(as(users.bob()).get(path).status()).isEqualTo(403);
        assertThat(as(alice).get("/media/recordings%2Fother.mp4").status()).isEqualTo(403);
        assertThat(as(alice).get("/media/../minio/health/live").status()).isNotEqualTo(200);
        assertThat(as(alice).get(path + "/../" + path).body()).doesNotContain("0123");
        assertThat(as(alice).delete(path).status()).isIn(403, 405);
        assertThat(as(alice).get(path).status()).as("still there").isEqualTo(200);
    }

    @Test
    void signaturesAreNotHandedToPagesThatAskForThem() {
        for (var header : new String[] {"X-Original-URL", "X-Forwarded-Uri"}) {
            var answer = as(alice).with(header, path).get("/api/v1.0/recordings/media-auth/");
            assertThat(answer.status()).as(header).isEqualTo(403);
            assertThat(answer.header("Authorization")).isNull();
        }
    }

    Http as(SignedIn browser) {
        return at(proxy.port(), browser);
    }

    /** The example, with this server and this store. */
    String example(String file) {
        try {
            return Files.readString(Path.of("../deploy/proxy", file))
                    .replace("127.0.0.1:8000", "127.0.0.1:" + port)
                    .replace("127.0.0.1:9000", storeAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
