package io.causerie.storage;

import io.causerie.platform.AnswerBrokenOff;
import io.causerie.storage.MediaPolicy.Media;
import io.causerie.storage.ObjectStore.Head;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.web.context.request.ServletWebRequest;
import software.amazon.awssdk.core.exception.SdkException;

/** One object on its way to one reader: whole, a range of it, or only its headers (RFC 9110, sections 13 and 14). */
class MediaDelivery {

    private static final int BUFFER = 64 << 10;

    private final ObjectStore store;
    private final Media media;
    private final Head head;

    MediaDelivery(ObjectStore store, Media media, Head head) {
        this.store = store;
        this.media = media;
        this.head = head;
    }

    /** Throws {@link IOException} only as long as nothing was sent. */
    void to(HttpServletRequest request, HttpServletResponse response) throws IOException {
        describe(response);
        long modified = head.modified().toEpochMilli();
        if (new ServletWebRequest(request, response).checkNotModified(head.etag(), modified)) {
            return;
        }
        var ranges = ranges(request);
        if (ranges == null) {
            response.setContentType(media.contentType());
            deliver(List.of(new Part("", new ByteRange(0, head.size()))), "", request, response);
        } else if (ranges.isEmpty()) {
            response.setHeader("Content-Range", "bytes */" + head.size());
            response.setStatus(416);
        } else if (ranges.size() == 1) {
            response.setStatus(206);
            response.setHeader("Content-Range", contentRange(ranges.getFirst()));
            response.setContentType(media.contentType());
            deliver(List.of(new Part("", ranges.getFirst())), "", request, response);
        } else {
            several(ranges, request, response);
        }
    }

    /** Bytes of the object, and what is written before them. */
    private record Part(String heading, ByteRange range) {}

    /** As parts of one answer, in the order they were asked for (RFC 9110, section 14.6). */
    private void several(List<ByteRange> ranges, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        var boundary = UUID.randomUUID().toString();
        var parts = ranges.stream()
                .map(it -> new Part(
                        "\r\n--%s\r\nContent-Type: %s\r\nContent-Range: %s\r\n\r\n"
                                .formatted(boundary, media.contentType(), contentRange(it)),
                        it))
                .toList();
        response.setStatus(206);
        response.setContentType("multipart/byteranges; boundary=" + boundary);
        deliver(parts, "\r\n--" + boundary + "--\r\n", request, response);
    }

    private String contentRange(ByteRange range) {
        return "bytes %d-%d/%d".formatted(range.from(), range.last(), head.size());
    }

    private void deliver(List<Part> parts, String end, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        response.setContentLengthLong(end.length()
                + parts.stream()
                        .mapToLong(it -> it.heading().length() + it.range().length())
                        .sum());
        if (request.getMethod().equals("HEAD") || handedOver(parts, request)) {
            return;
        }
        long sent = 0;
        for (var part : parts) {
            if (!write(part.heading(), response) || !send(part.range(), sent, response)) {
                return; // the reader has left
            }
            sent += part.range().length();
        }
        write(end, response);
    }

    /** Whether the kernel will send it: one piece of a file, that is worth the trouble. */
    private boolean handedOver(List<Part> parts, HttpServletRequest request) throws IOException {
        var range = parts.getFirst().range();
        if (parts.size() > 1 || range.length() < BUFFER || !Sendfile.offered(request)) {
            return false;
        }
        var file = store.file(media.key());
        file.ifPresent(it -> Sendfile.send(request, it, range));
        return file.isPresent();
    }

    private void describe(HttpServletResponse response) {
        var name = media.filename().replaceAll("[\\p{Cntrl}/\\\\\"]", "_");
        response.setHeader(
                "Content-Disposition",
                ContentDisposition.attachment()
                        .filename(name, StandardCharsets.UTF_8)
                        .build()
                        .toString());
        response.setHeader("Content-Security-Policy", "default-src 'none'");
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("Cache-Control", media.caching());
        response.setHeader("Accept-Ranges", "bytes");
    }

    /** The parts that are asked for, by {@code GET} only; null means the whole. */
    private @Nullable List<ByteRange> ranges(HttpServletRequest request) {
        var asked = request.getMethod().equals("GET") ? request.getHeader("Range") : null;
        if (asked == null || !unchanged(request)) {
            return null;
        }
        return ByteRange.of(asked, head.size());
    }

    /** Whether the object is still the one the reader has a part of. */
    private boolean unchanged(HttpServletRequest request) {
        var condition = request.getHeader("If-Range");
        if (condition == null || condition.equals(head.etag())) {
            return true;
        }
        try {
            return request.getDateHeader("If-Range")
                    == head.modified().truncatedTo(ChronoUnit.SECONDS).toEpochMilli();
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    /** False when the reader has left. */
    private static boolean write(String text, HttpServletResponse response) {
        try {
            response.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    /** False when the reader has left. {@code before}: how much of the object was sent in earlier parts. */
    private boolean send(ByteRange range, long before, HttpServletResponse response) throws IOException {
        if (range.length() == 0) {
            return true;
        }
        try (var in = open(range, before)) {
            var out = response.getOutputStream();
            byte[] buffer = new byte[BUFFER];
            long sent = 0;
            for (int count = read(in, buffer, before); count > 0; count = read(in, buffer, before + sent)) {
                try {
                    out.write(buffer, 0, count);
                } catch (IOException e) {
                    return false;
                }
                sent += count;
            }
            if (sent < range.length()) {
                throw brokenOff(new IOException("the object is shorter than it was"));
            }
            return true;
        }
    }

    private InputStream open(ByteRange range, long before) throws IOException {
        try {
            return store.read(media.key(), range.from(), range.length())
                    .orElseThrow(() -> new IOException("the object is gone"));
        } catch (IOException e) {
            if (before > 0) {
                throw brokenOff(e);
            }
            throw e;
        }
    }

    private static int read(InputStream in, byte[] buffer, long sent) throws IOException {
        try {
            return in.read(buffer);
        } catch (IOException | SdkException e) {
            if (sent == 0) {
                throw new IOException("the object store failed", e);
            }
            throw brokenOff(e);
        }
    }

    /** When a part was already sent. */
    private static AnswerBrokenOff brokenOff(Exception cause) {
        return new AnswerBrokenOff("the object store broke off", cause);
    }
}
