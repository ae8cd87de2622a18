package io.causerie.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.causerie.platform.ApiException;
import io.causerie.platform.Secret;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

class NoticeParserTests {

    private static final String ID = "0d6a6b1e-7c19-4a55-9f3a-1f1f8d8a2b3c";
    private static final JsonMapper JSON = new JsonMapper();

    private static NoticeParser parser(String type) {
        return new NoticeParser(
                new StorageProperties("", "", "", new Secret(""), new Secret(""), "bucket"),
                new StorageHookProperties(
                        "recordings", "core.recording.event.parsers." + type, true, true, new Secret("t")));
    }

    private static List<StorageNotice> parse(String type, String body) {
        return parser(type).parse(JSON.readTree(body));
    }

    private static String record(String bucket, String key, String contentType) {
        return """
                {"s3": {"bucket": {"name": "%s"}, "object": {"key": "%s"%s}}}""".formatted(
                        bucket, key, contentType == null ? "" : ", \"contentType\": \"%s\"".formatted(contentType));
    }

    private static String body(String... records) {
        return "{\"Records\": [" + String.join(",", records) + "]}";
    }

    private static StorageNotice first(String type, String key, String contentType) {
        return parse(type, body(record("bucket", key, contentType))).getFirst();
    }

    @ParameterizedTest
    @CsvSource({
        "recordings%2F<id>.ogg",
        "parent%2Frecordings%2F<id>.ogg",
        "folder+name%2Frecordings%2F<id>.ogg",
        "a%2Fb%2Frecordings%2F<id>.ogg"
    })
    void findsTheRecordingOfAnEncodedKey(String key) {
        var expected = new StorageNotice.Created(UUID.fromString(ID), "audio/ogg");
        assertThat(first("MinioParser", key.replace("<id>", ID), "audio/ogg")).isEqualTo(expected);
        assertThat(first("S3Parser", key.replace("<id>", ID), null)).isEqualTo(expected);
        assertThat(first("MinioParser", key.replace("<id>", ID.toUpperCase(java.util.Locale.ROOT)), "audio/ogg"))
                .isEqualTo(expected);
    }

    @Test
    void readsPlainSlashesFromAnyS3ButNotFromMinio() {
        assertThat(first("S3Parser", "recordings/" + ID + ".mp4", null)).isInstanceOf(StorageNotice.Created.class);
        assertThat(first("MinioParser", "recordings/" + ID + ".mp4", "video/mp4"))
                .isInstanceOf(StorageNotice.Ignored.class);
    }

    @ParameterizedTest
    @CsvSource({
        "recordings%2f<id>.mp4",
        "files%2F<id>.mp4",
        "xrecordings%2F<id>.mp4",
        "<id>.mp4",
        "recordings%2F<id>",
        "recordings%2F<id>.mp4.json",
        "recordings%2FEG_x.json",
        "%2Frecordings%2F<id>.mp4"
    })
    void ignoresWhatIsNoRecording(String key) {
        assertThat(first("MinioParser", key.replace("<id>", ID), "video/mp4"))
                .isInstanceOf(StorageNotice.Ignored.class);
        assertThat(first("S3Parser", key.replace("<id>", ID), null)).isInstanceOf(StorageNotice.Ignored.class);
    }

    @Test
    void ignoresOtherTypes() {
        assertThat(first("MinioParser", "recordings%2F" + ID + ".mp4", "application/json"))
                .isInstanceOf(StorageNotice.Ignored.class);
        assertThat(first("S3Parser", "recordings%2F" + ID + ".unheard", null))
                .isInstanceOf(StorageNotice.Ignored.class);
    }

    @Test
    void takesTheExtensionWhenMinioSendsNoType() {
        assertThat(first("MinioParser", "recordings%2F" + ID + ".mp4", null))
                .isEqualTo(new StorageNotice.Created(UUID.fromString(ID), "video/mp4"));
    }

    @Test
    void ignoresADeletion() {
        var body = """
                {"Records": [{"eventName": "s3:ObjectRemoved:Delete", "s3": {"bucket": {"name": "bucket"},
                 "object": {"key": "recordings%%2F%s.mp4", "contentType": "video/mp4"}}}]}""".formatted(ID);
        assertThat(parse("MinioParser", body)).containsExactly(new StorageNotice.Ignored());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "[]",
                "[1]",
                "\"x\"",
                "null",
                "{\"Records\": []}",
                "{\"Records\": null}",
                "{\"Records\": {}}",
                "{\"Records\": [1]}",
                "{\"Records\": [null]}",
                "{\"Records\": [{\"s3\": {}}]}",
                "{\"Records\": [{\"s3\": {\"bucket\": {\"name\": null}, \"object\": {\"key\": \"k\"}}}]}",
                "{\"Records\": [{\"s3\": {\"bucket\": {\"name\": \"bucket\"}, \"object\": {\"key\": 7}}}]}",
                "{\"Records\": [{\"s3\": {\"bucket\": {\"name\": \"bucket\"}, \"object\": {\"key\": \"\"}}}]}"
            })
    void refusesWhatIsNoNotice(String body) {
        for (var type : List.of("MinioParser", "S3Parser")) {
            assertThatThrownBy(() -> parse(type, body))
                    .isInstanceOf(ApiException.Forbidden.class)
                    .hasMessage("Invalid request data.");
        }
    }

    @Test
    void refusesAnotherBucket() {
        assertThatThrownBy(
                        () -> parse("MinioParser", body(record("other", "recordings%2F" + ID + ".mp4", "video/mp4"))))
                .isInstanceOf(ApiException.Forbidden.class)
                .hasMessage("Invalid bucket specified.");
    }

    @Test
    void readsEachRecordOfABatchAndLeavesOutBadOnes() {
        var good = record("bucket", "recordings%2F" + ID + ".mp4", "video/mp4");
        var bad = record("other", "recordings%2F" + ID + ".mp4", "video/mp4");
        assertThat(parse("MinioParser", body(good, bad, good))).hasSize(2);
    }
}
