package io.causerie.storage;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.causerie.platform.Secret;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.auth.credentials.AnonymousCredentialsProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;

class S3ObjectStoreTests implements ObjectStoreContract {

    @TempDir
    static Path folder;

    static Minio minio;
    static ObjectStore store;

    @BeforeAll
    static void start() throws IOException {
        minio = Minio.start(folder, Map.of());
        store = storeOf(minio.properties());
    }

    @AfterAll
    static void stop() {
        minio.close();
    }

    @Override
    public ObjectStore store() {
        return store;
    }

    @Override
    public ObjectStore again() {
        return storeOf(minio.properties());
    }

    private static ObjectStore storeOf(StorageProperties properties) {
        return StorageConfiguration.bucket(properties);
    }

    @Test
    void lendsAnObjectForATimeAtTheAddressWeUseOurselves() throws Exception {
        store().write("recordings/lent.mp4", "video/mp4", new ByteArrayInputStream("0123456789".getBytes(UTF_8)), 10);
        var address =
                store().signedUrl("recordings/lent.mp4", Duration.ofMinutes(1)).orElseThrow();
        assertThat(address.toString()).startsWith(minio.properties().endpointUrl());
        try (var http = HttpClient.newHttpClient()) {
            var answer = http.send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofString());
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.body()).isEqualTo("0123456789");
            var other = URI.create(address.toString().replace("lent.mp4", "other.mp4"));
            assertThat(http.send(HttpRequest.newBuilder(other).build(), BodyHandlers.discarding())
                            .statusCode())
                    .isEqualTo(403);
        }
    }

    /** Credentials for objects alone, as somebody makes them who thinks of no listing. */
    @Test
    void whoMayNotListTheBucketDeletesObjectsAllTheSame() throws IOException {
        var properties = minio.properties();
        var key = "unlisted/" + aKey();
        store().write(key, "video/mp4", new ByteArrayInputStream(new byte[] {1}), 1);
        try (var root = StorageConfiguration.client(properties);
                var anonymous = S3Client.builder()
                        .endpointOverride(URI.create(minio.endpoint()))
                        .region(Region.of(properties.signingRegion()))
                        .forcePathStyle(true)
                        .credentialsProvider(AnonymousCredentialsProvider.create())
                        .build()) {
            root.putBucketPolicy(request -> request.bucket(Minio.BUCKET).policy("""
                    {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Principal": {"AWS": ["*"]},
                     "Action": ["s3:GetObject", "s3:DeleteObject"], "Resource": ["arn:aws:s3:::%s/unlisted/*"]}]}""".formatted(Minio.BUCKET)));
            var unlisted =
                    new S3ObjectStore(() -> anonymous, () -> StorageConfiguration.signer(properties), Minio.BUCKET);
            unlisted.discard(key);
            unlisted.delete(key);
            assertThat(store().head(key)).isEmpty();
            assertThatThrownBy(() -> unlisted.head("recordings/hidden.mp4"))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("403")
                    .hasMessageContaining("s3:ListBucket");
        }
    }

    @Test
    void doesNotPublishAgainWhatIsHalfTidiedUp() throws IOException {
        var key = aKey();
        store.append(key, 0, "one".getBytes(UTF_8));
        store.append(key, 3, "two".getBytes(UTF_8));
        var chunks = new S3Chunks(StorageConfiguration.client(minio.properties()), Minio.BUCKET);
        var last = chunks.from(key, 4);
        store.publish(key, "video/mp4");
        // a replica died after it had deleted the first chunk
        try (var s3 = StorageConfiguration.client(minio.properties())) {
            s3.putObject(
                    it -> it.bucket(Minio.BUCKET).key(last.getFirst().key()),
                    software.amazon.awssdk.core.sync.RequestBody.fromString("two"));
        }
        assertThat(store.publish(key, "video/mp4").orElseThrow().size()).isEqualTo(6);
        assertThat(chunks.from(key, 0)).isEmpty();
    }

    @Test
    void tellsAStoreThatIsAwayFromAnObjectThatIsNotThere() {
        var away = storeOf(new StorageProperties(
                "", "http://127.0.0.1:9", "", new Secret("key"), new Secret("secret"), Minio.BUCKET));
        assertThatThrownBy(() -> away.head(aKey())).isInstanceOf(IOException.class);
        assertThatThrownBy(() -> away.read(aKey(), 0, 1)).isInstanceOf(IOException.class);
    }

    @Test
    void tellsABucketThatIsNotThereFromAnObjectThatIsNotThere() {
        var other = minio.properties();
        var store = storeOf(new StorageProperties(
                "", other.endpointUrl(), "", other.accessKeyId(), other.secretAccessKey(), "no-such-bucket"));
        assertThatThrownBy(() -> store.read(aKey(), 0, 1)).isInstanceOf(IOException.class);
    }

    @Test
    void refusesWrongCredentials() {
        var other = minio.properties();
        var store = storeOf(new StorageProperties(
                "", other.endpointUrl(), "", other.accessKeyId(), new Secret("wrong-secret"), Minio.BUCKET));
        assertThatThrownBy(() -> store.head(aKey())).isInstanceOf(IOException.class);
    }
}
