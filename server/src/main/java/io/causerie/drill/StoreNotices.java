package io.causerie.drill;

import java.nio.charset.StandardCharsets;

/** Tells the server of new files as MinIO does (contract 04, section 7.4). */
final class StoreNotices {

    static final String TOKEN = "a token of the drill";

    private static final String PATH = "/api/v1.0/recordings/storage-hook/";
    private static final String NOTICE = """
            {"EventName": "s3:ObjectCreated:Put", "Key": "%1$s/%2$s", "Records": [{"eventName": "s3:ObjectCreated:Put",
            "s3": {"bucket": {"name": "%1$s"}, "object": {"key": "%2$s", "size": %3$d, "contentType": "video/mp4"}}}]}""";

    private final Courier courier;

    StoreNotices(Courier courier) {
        this.courier = courier;
    }

    void tell(String key, int size) {
        var body = NOTICE.formatted(StandInStore.BUCKET, key.replace("/", "%2F"), size);
        courier.bring(
                "notice " + size,
                "notice " + key,
                PATH,
                () -> "Bearer " + TOKEN,
                body.getBytes(StandardCharsets.UTF_8));
    }
}
