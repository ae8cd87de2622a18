package io.causerie.storage;

import io.causerie.storage.MediaPolicy.Media;
import io.causerie.storage.ObjectStore.Head;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.web.context.request.ServletWebRequest;
import software.amazon.awssdk.core.exception.SdkException;

/** One object on its way to one reader: whole, a range of it, or only its headers (RFC 9110, sections 13 and 14). */
class MediaDelivery {

    /** The store failed when a part was already sent. */
    static class BrokenOff extends RuntimeException {
        BrokenOff(Exception cause) {
            super("the object store broke off", cause);
        }
    }

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
        var range = range(request);
        if (range != null && range.isEmpty()) {
            response.setHeader("Content-Range", "bytes */" + head.size());
            response.setStatus(416);
            return;
        }
        var whole = range == null ? new ByteRange(0, head.size()) : range;
        if (range != null) {
            response.setStatus(206);
            response.setHeader("Content-Range", "bytes %d-%d/%d".formatted(range.from(), range.last(), head.size()));
        }
        response.setContentType(media.contentType());
        response.setContentLengthLong(whole.length());
        if (!request.getMethod().equals("HEAD")) {
            send(whole, response);
        }
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
        response.setHeader("Cache-Control", "private, no-cache");
        response.setHeader("Accept-Ranges", "bytes");
    }

    /** The part that is asked for; null means the whole. */
    private @Nullable ByteRange range(HttpServletRequest request) {
        var asked = request.getHeader("Range");
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

    private void send(ByteRange range, HttpServletResponse response) throws IOException {
        try (var in = store.read(media.key(), range.from(), range.length())
                .orElseThrow(() -> new IOException("the object is gone"))) {
            var out = response.getOutputStream();
            byte[] buffer = new byte[BUFFER];
            long sent = 0;
            for (int count = read(in, buffer, sent); count > 0; count = read(in, buffer, sent)) {
                try {
                    out.write(buffer, 0, count);
                } catch (IOException e) {
                    return; // the reader has left
                }
                sent += count;
            }
            if (sent < range.length()) {
                throw new BrokenOff(new IOException("the object is shorter than it was"));
            }
        }
    }

    private static int read(InputStream in, byte[] buffer, long sent) throws IOException {
        try {
            return in.read(buffer);
        } catch (IOException | SdkException e) {
            if (sent == 0) {
                throw new IOException("the object store failed", e);
            }
            throw new BrokenOff(e);
        }
    }
}
