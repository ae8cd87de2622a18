package io.causerie.storage;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.causerie.platform.Secret;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class S3SignatureTests {

    private static final String EMPTY = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";
    private static final String KEY = "recordings/0d6a6b1e-7c19-4a55-9f3a-1f1f8d8a2b3c.mp4";

    @TempDir
    Path folder;

    private static S3Signature signature(StorageProperties properties, Clock clock) {
        return new S3Signature(properties, () -> StorageConfiguration.credentials(properties), clock);
    }

    @ParameterizedTest
    @CsvSource({
        "http://minio:9000,             minio:9000,                              /meet-media-storage/",
        "https://s3.example.org,        s3.example.org,                          /meet-media-storage/",
        "https://s3.example.org:443,    s3.example.org,                          /meet-media-storage/",
        "https://h.example.org/base,    h.example.org,                           /base/meet-media-storage/",
        "'',                            meet-media-storage.s3.amazonaws.com,     /"
    })
    void signsHostAndPathAsTheProxySendsThem(String endpoint, String host, String path) throws Exception {
        var properties = new StorageProperties(
                "", endpoint, "", new Secret("KEYID"), new Secret("secret"), "meet-media-storage");
        var clock = Clock.fixed(Instant.parse("2026-03-04T05:06:07Z"), ZoneOffset.UTC);
        var headers = signature(properties, clock).headers(KEY);
        assertThat(headers)
                .containsOnlyKeys("Authorization", "X-Amz-Date", "X-Amz-Content-SHA256")
                .containsEntry("X-Amz-Date", "20260304T050607Z")
                .containsEntry("X-Amz-Content-SHA256", EMPTY)
                .containsEntry("Authorization", expected(host, path + KEY));
    }

    @Test
    void isAcceptedByARealStoreAlsoForARange() throws Exception {
        try (var minio = Minio.start(folder, Map.of());
                var http = HttpClient.newHttpClient()) {
            var properties = minio.properties();
            var key = "recordings/a name+with é.mp4";
            StorageConfiguration.bucket(properties)
                    .write(key, "video/mp4", new ByteArrayInputStream("0123456789".getBytes(UTF_8)), 10);
            var address = minio.endpoint() + "/" + Minio.BUCKET + "/recordings/a%20name%2Bwith%20%C3%A9.mp4";
            var request = HttpRequest.newBuilder(URI.create(address));
            signature(properties, Clock.systemUTC()).headers(key).forEach(request::header);
            assertThat(send(http, request.build()).body()).isEqualTo("0123456789");
            var range = send(http, request.header("Range", "bytes=2-4").build());
            assertThat(range.statusCode()).isEqualTo(206);
            assertThat(range.body()).isEqualTo("234");
        }
    }

    private static HttpResponse<String> send(HttpClient http, HttpRequest request) throws Exception {
        return http.send(request, BodyHandlers.ofString());
    }

    /** The signature worked out by hand, step by step as AWS describes it. */
    private static String expected(String host, String path) throws Exception {
        var canonical = "GET\n" + path + "\n\nhost:" + host + "\nx-amz-content-sha256:" + EMPTY
                + "\nx-amz-date:20260304T050607Z\n\nhost;x-amz-content-sha256;x-amz-date\n" + EMPTY;
        var hash = HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(canonical.getBytes(UTF_8)));
        var text = "AWS4-HMAC-SHA256\n20260304T050607Z\n20260304/us-east-1/s3/aws4_request\n" + hash;
        byte[] key = "AWS4secret".getBytes(UTF_8);
        for (var step : new String[] {"20260304", "us-east-1", "s3", "aws4_request"}) {
            key = hmac(key, step);
        }
        return "AWS4-HMAC-SHA256 Credential=KEYID/20260304/us-east-1/s3/aws4_request,"
                + " SignedHeaders=host;x-amz-content-sha256;x-amz-date, Signature="
                + HexFormat.of().formatHex(hmac(key, text));
    }

    private static byte[] hmac(byte[] key, String text) throws Exception {
        var mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(key, "HmacSHA256"));
        return mac.doFinal(text.getBytes(UTF_8));
    }
}
