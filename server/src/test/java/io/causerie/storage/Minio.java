package io.causerie.storage;

import io.causerie.platform.Secret;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import software.amazon.awssdk.services.s3.model.Event;

/** A real S3 server on a free port with an empty bucket; {@code bin/setup --tests} installs its program. */
public final class Minio implements AutoCloseable {

    static final String BUCKET = "meet-media-storage";
    private static final String USER = "causerie";
    private static final String PASSWORD = "causerie-for-tests";

    private final Process process;
    private final int port;

    private Minio(Process process, int port) {
        this.process = process;
        this.port = port;
    }

    static Minio start(Path folder, Map<String, String> environment) throws IOException {
        Files.createDirectories(folder.resolve(BUCKET));
        int port = freePort();
        var builder =
                new ProcessBuilder(program(), "server", "--quiet", "--address", "127.0.0.1:" + port, folder.toString());
        builder.environment().putAll(environment);
        builder.environment()
                .putAll(Map.of("MINIO_ROOT_USER", USER, "MINIO_ROOT_PASSWORD", PASSWORD, "MINIO_BROWSER", "off"));
        builder.redirectErrorStream(true).redirectOutput(folder.resolve(".log").toFile());
        var minio = new Minio(builder.start(), port);
        Runtime.getRuntime().addShutdownHook(new Thread(minio.process::destroyForcibly));
        Awaitility.await().atMost(Duration.ofSeconds(30)).until(minio::ready);
        return minio;
    }

    /** One that tells {@code hook} of what is written below {@code prefix}. */
    public static Minio telling(Path folder, String hook, String authorization, String prefix) throws IOException {
        var name = "MINIO_NOTIFY_WEBHOOK_%s_CAUSERIE";
        var minio = start(
                folder,
                Map.of(
                        name.formatted("ENABLE"), "on",
                        name.formatted("ENDPOINT"), hook,
                        name.formatted("AUTH_TOKEN"), authorization));
        try (var s3 = StorageConfiguration.client(minio.properties())) {
            s3.putBucketNotificationConfiguration(request -> request.bucket(BUCKET)
                    .notificationConfiguration(it ->
                            it.queueConfigurations(queue -> queue.queueArn("arn:minio:sqs::CAUSERIE:webhook")
                                    .events(Event.S3_OBJECT_CREATED)
                                    .filter(filter -> filter.key(key -> key.filterRules(
                                            rule -> rule.name("prefix").value(prefix)))))));
        }
        return minio;
    }

    public void put(String key, String contentType, byte[] bytes) throws IOException {
        StorageConfiguration.bucket(properties())
                .write(key, contentType, new ByteArrayInputStream(bytes), bytes.length);
    }

    String endpoint() {
        return "http://127.0.0.1:" + port;
    }

    StorageProperties properties() {
        return new StorageProperties("", endpoint(), "", new Secret(USER), new Secret(PASSWORD), BUCKET);
    }

    @Override
    public void close() {
        process.destroy();
    }

    private boolean ready() throws InterruptedException {
        var live = HttpRequest.newBuilder(URI.create(endpoint() + "/minio/health/ready"))
                .build();
        try (var http = HttpClient.newHttpClient()) {
            return http.send(live, BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException e) {
            return false;
        }
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private static String program() {
        var cache = Objects.requireNonNullElse(
                System.getenv("XDG_CACHE_HOME"), System.getProperty("user.home") + "/.cache");
        return Stream.concat(
                        Stream.of(cache + "/causerie/bin"),
                        List.of(System.getenv("PATH").split(":")).stream())
                .map(it -> Path.of(it, "minio"))
                .filter(Files::isExecutable)
                .findFirst()
                .map(Path::toString)
                .orElseThrow(() -> new UncheckedIOException(new IOException(
                        "minio is neither in " + cache + "/causerie/bin nor on the PATH: bin/setup --tests")));
    }
}
