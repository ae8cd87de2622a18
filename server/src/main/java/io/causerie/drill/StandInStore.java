package io.causerie.drill;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** An S3 store as far as the server uses one for recordings that others write; its objects are files of a folder. It may refuse everybody. */
final class StandInStore implements AutoCloseable {

    static final String BUCKET = "drill";

    private static final Pattern RANGE = Pattern.compile("bytes=(\\d+)-(\\d*)");

    private final Path folder;
    private final HttpServer server;
    private final @Nullable StoreNotices notices;
    private volatile boolean refusing;

    /** {@code notices}: where it tells of new objects, if it does. */
    StandInStore(Path folder, @Nullable StoreNotices notices) throws IOException {
        this.notices = notices;
        this.folder = Files.createDirectories(folder);
        this.server = Loopback.server(this::handle);
    }

    String address() {
        return Loopback.address(server);
    }

    void refuse(boolean whether) {
        refusing = whether;
    }

    /** What an egress does at its end. */
    void put(String key, byte[] content) throws IOException {
        if (refusing) {
            throw new IOException("503 SlowDown");
        }
        var target = file(key).orElseThrow(() -> new IOException("no key"));
        Files.createDirectories(target.getParent());
        var draft = Files.createTempFile(folder, ".put", "");
        Files.write(draft, content);
        Files.move(draft, target, StandardCopyOption.ATOMIC_MOVE);
        if (notices != null) {
            notices.tell(key, content.length);
        }
    }

    /** Every object with its size. */
    Map<String, Long> objects() {
        try (var files = Files.walk(folder)) {
            var objects = new TreeMap<String, Long>();
            for (var file : files.filter(Files::isRegularFile).toList()) {
                objects.put(folder.relativize(file).toString(), Files.size(file));
            }
            return objects;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Optional<Path> file(String key) {
        var file = folder.resolve(key).normalize();
        return file.startsWith(folder) && !key.isEmpty() ? Optional.of(file) : Optional.empty();
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            var path = exchange.getRequestURI().getPath();
            var file = path.startsWith("/" + BUCKET + "/")
                    ? file(path.substring(BUCKET.length() + 2))
                    : Optional.<Path>empty();
            if (refusing) {
                refuse(exchange, 503, "SlowDown");
            } else if (path.matches("/" + BUCKET + "/?")
                    && exchange.getRequestMethod().equals("GET")) {
                listNothing(exchange);
            } else if (exchange.getRequestMethod().equals("DELETE") && file.isPresent()) {
                Files.deleteIfExists(file.get());
                exchange.sendResponseHeaders(204, -1);
            } else if (file.filter(Files::isRegularFile).isEmpty()) {
                refuse(exchange, 404, "NoSuchKey");
            } else {
                serve(exchange, file.get());
            }
        }
    }

    private static void serve(HttpExchange exchange, Path file) throws IOException {
        var content = Files.readAllBytes(file);
        var headers = exchange.getResponseHeaders();
        headers.set("Content-Type", "video/mp4");
        headers.set("ETag", "\"" + Integer.toHexString(file.hashCode()) + "\"");
        headers.set(
                "Last-Modified",
                DateTimeFormatter.RFC_1123_DATE_TIME.format(
                        Files.getLastModifiedTime(file).toInstant().atOffset(ZoneOffset.UTC)));
        if (exchange.getRequestMethod().equals("HEAD")) {
            headers.set("Content-Length", String.valueOf(content.length));
            exchange.sendResponseHeaders(200, -1);
            return;
        }
        var range = RANGE.matcher(String.valueOf(exchange.getRequestHeaders().getFirst("Range")));
        int from = range.matches() ? Integer.parseInt(range.group(1)) : 0;
        int last = range.matches() && !range.group(2).isEmpty()
                ? Math.min(Integer.parseInt(range.group(2)), content.length - 1)
                : content.length - 1;
        if (range.matches()) {
            headers.set("Content-Range", "bytes " + from + "-" + last + "/" + content.length);
        }
        exchange.sendResponseHeaders(range.matches() ? 206 : 200, last - from + 1);
        exchange.getResponseBody().write(content, from, last - from + 1);
    }

    /** Only pieces of browsers are ever listed, and nobody here is recorded by one. */
    private static void listNothing(HttpExchange exchange) throws IOException {
        send(
                exchange,
                200,
                "<ListBucketResult><Name>%s</Name><KeyCount>0</KeyCount><IsTruncated>false</IsTruncated></ListBucketResult>"
                        .formatted(BUCKET));
    }

    private static void refuse(HttpExchange exchange, int status, String code) throws IOException {
        send(exchange, status, "<Error><Code>%s</Code><Message>no</Message></Error>".formatted(code));
    }

    private static void send(HttpExchange exchange, int status, String xml) throws IOException {
        var bytes = ("<?xml version=\"1.0\"?>" + xml).getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/xml");
        boolean head = exchange.getRequestMethod().equals("HEAD");
        exchange.sendResponseHeaders(status, head ? -1 : bytes.length);
        if (!head) {
            exchange.getResponseBody().write(bytes);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
