package io.causerie.storage;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.Map;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** The store is a real MinIO, one for all these tests; it ends with them. */
abstract class BucketTest extends MediaTest {

    static final Minio STORE = minio();

    @DynamicPropertySource
    static void store(DynamicPropertyRegistry registry) {
        var properties = STORE.properties();
        registry.add("AWS_S3_ENDPOINT_URL", properties::endpointUrl);
        registry.add("AWS_S3_ACCESS_KEY_ID", () -> properties.accessKeyId().value());
        registry.add(
                "AWS_S3_SECRET_ACCESS_KEY", () -> properties.secretAccessKey().value());
        registry.add("AWS_STORAGE_BUCKET_NAME", properties::bucket);
    }

    /** Its host and port, as signed. */
    static String storeAddress() {
        return STORE.endpoint().substring("http://".length());
    }

    private static Minio minio() {
        try {
            return Minio.start(Files.createTempDirectory("bucket"), Map.of());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
