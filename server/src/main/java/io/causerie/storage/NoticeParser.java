package io.causerie.storage;

import io.causerie.platform.ApiException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** Reads what the object store sends, in MinIO's form or that of any S3 (contract 04, section 7.3). */
@Component
class NoticeParser {

    private static final Set<String> MEDIA_TYPES = Set.of("video/mp4", "audio/ogg");
    private static final int RECORDS = 1000;

    /** No store allows more than 1,024 bytes, three times as many when they are encoded. */
    private static final int LONGEST_KEY = 3072;

    private final boolean minio;
    private final String bucket;
    private final Pattern key;

    NoticeParser(StorageProperties storage, StorageHookProperties hook) {
        this.minio = hook.minio();
        this.bucket = storage.bucket();
        this.key = Pattern.compile("(?:[^%]++%2F)*" + Pattern.quote(hook.outputFolder())
                + "%2F(?<id>[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12})\\.[a-zA-Z0-9]{1,10}");
    }

    /** What each record says. The first one must be well-formed (403 otherwise); of the others, those that are not are left out. */
    List<StorageNotice> parse(JsonNode body) {
        var records = body.path("Records");
        var notices = new ArrayList<StorageNotice>();
        notices.add(notice(records.path(0)));
        for (int i = 1; i < Math.min(records.size(), RECORDS); i++) {
            try {
                notices.add(notice(records.path(i)));
            } catch (ApiException.Forbidden e) {
                // the answer is about the first
            }
        }
        return notices;
    }

    private StorageNotice notice(JsonNode record) {
        var object = record.path("s3").path("object");
        var name = object.path("key");
        var store = record.path("s3").path("bucket").path("name");
        if (!filled(name) || !filled(store)) {
            throw new ApiException.Forbidden("Invalid request data.");
        }
        if (!store.stringValue().equals(bucket)) {
            throw new ApiException.Forbidden("Invalid bucket specified.");
        }
        var type = contentType(object, name.stringValue());
        if (removal(record) || !MEDIA_TYPES.contains(type) || name.stringValue().length() > LONGEST_KEY) {
            return new StorageNotice.Ignored();
        }
        var match = key.matcher(minio ? name.stringValue() : encoded(name.stringValue()));
        return !match.matches()
                ? new StorageNotice.Ignored()
                : new StorageNotice.Created(UUID.fromString(match.group("id")), type);
    }

    /** MinIO leaves the type out when the object has none: then, as for any S3, the extension says it. */
    private String contentType(JsonNode object, String name) {
        var sent = object.path("contentType");
        if (minio && !sent.isMissingNode() && !sent.isNull()) {
            return sent.asString("");
        }
        var extension = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        return switch (extension) {
            case "mp4" -> "video/mp4";
            case "ogg" -> "audio/ogg";
            default -> "application/octet-stream";
        };
    }

    private static boolean removal(JsonNode record) {
        var event = record.path("eventName").asString("");
        return event.startsWith("s3:ObjectRemoved") || event.startsWith("ObjectRemoved");
    }

    private static boolean filled(JsonNode node) {
        return node.isString() && !node.stringValue().isEmpty();
    }

    /** Percent-encoded but for {@code %} and {@code +}, so that an encoded key stays as it is. */
    private static String encoded(String key) {
        var text = new StringBuilder();
        for (byte b : key.getBytes(StandardCharsets.UTF_8)) {
            char c = (char) (b & 0xff);
            boolean plain = c < 0x80 && (Character.isLetterOrDigit(c) || "_.-~%+".indexOf(c) >= 0);
            text.append(plain ? String.valueOf(c) : "%%%02X".formatted((int) c));
        }
        return text.toString();
    }
}
