package io.causerie.storage;

import static org.assertj.core.api.Assertions.assertThat;

import io.causerie.platform.ApiException;
import io.causerie.platform.Secret;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Notices of four kinds of stores, as they are and mangled: each is understood, ignored or refused; nothing else ever comes out. */
class NoticeFuzzTests {

    private static final UUID ID = UUID.fromString("0d6a6b1e-7c19-4a55-9f3a-1f1f8d8a2b3c");
    private static final JsonMapper JSON = new JsonMapper();
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private static final List<JsonNode> ODD = List.of(
            NODES.nullNode(),
            NODES.booleanNode(true),
            NODES.numberNode(-1),
            NODES.numberNode(1e300),
            NODES.stringNode(""),
            NODES.stringNode("\u0000\ud800%2F%"),
            NODES.stringNode("a%2F".repeat(5_000)),
            NODES.arrayNode(),
            NODES.objectNode());

    /** What a store sends when a recording was written; our own words for each, after what its kind of store is known to send. */
    private enum Store {
        MINIO("MinioParser", """
            {"EventName": "s3:ObjectCreated:CompleteMultipartUpload", "Key": "bucket/recordings/%1$s.mp4", "Records": [{
             "eventVersion": "2.0", "eventSource": "minio:s3", "awsRegion": "", "eventTime": "%2$s",
             "eventName": "s3:ObjectCreated:CompleteMultipartUpload", "userIdentity": {"principalId": "egress"},
             "requestParameters": {"sourceIPAddress": "10.0.0.7"}, "responseElements": {"x-minio-origin-endpoint": "http://minio:9000"},
             "s3": {"s3SchemaVersion": "1.0", "configurationId": "Config",
              "bucket": {"name": "bucket", "ownerIdentity": {"principalId": "egress"}, "arn": "arn:aws:s3:::bucket"},
              "object": {"key": "recordings%%2F%1$s.mp4", "size": 1048576, "eTag": "d41d8cd9", "contentType": "video/mp4",
               "userMetadata": {"content-type": "video/mp4"}, "sequencer": "17F0"}},
             "source": {"host": "10.0.0.7", "port": "", "userAgent": "egress"}}]}"""),
        AWS("S3Parser", """
            {"Records": [{"eventVersion": "2.2", "eventSource": "aws:s3", "awsRegion": "eu-west-3", "eventTime": "%2$s",
             "eventName": "ObjectCreated:Put", "userIdentity": {"principalId": "AWS:ID"},
             "s3": {"s3SchemaVersion": "1.0", "configurationId": "recordings",
              "bucket": {"name": "bucket", "ownerIdentity": {"principalId": "A1"}, "arn": "arn:aws:s3:::bucket"},
              "object": {"key": "recordings/%1$s.mp4", "size": 7, "eTag": "0", "versionId": "v", "sequencer": "00"}},
             "glacierEventData": null}]}"""),
        CEPH("S3Parser", """
            {"Records": [{"eventVersion": "2.2", "eventSource": "ceph:s3", "awsRegion": "default", "eventTime": "%2$s",
             "eventName": "ObjectCreated:CompleteMultipartUpload", "userIdentity": {"principalId": "meet"},
             "s3": {"s3SchemaVersion": "1.0", "configurationId": "n",
              "bucket": {"name": "bucket", "ownerIdentity": {"principalId": "meet"}, "arn": "arn:aws:s3:default::bucket", "id": "b.1"},
              "object": {"key": "recordings/%1$s.mp4", "size": 7, "eTag": "0-2", "versionId": "", "sequencer": "F1",
               "metadata": [{"key": "x-amz-content-sha256", "val": "UNSIGNED-PAYLOAD"}], "tags": []}},
             "eventId": "1700000000.000000.0", "opaqueData": ""}]}"""),
        GARAGE("S3Parser", """
            {"Records": [{"eventSource": "garage:s3", "eventTime": "%2$s", "eventName": "ObjectCreated:Put",
             "s3": {"bucket": {"name": "bucket"}, "object": {"key": "recordings%%2F%1$s.mp4", "size": 7, "eTag": "0"}}}]}""");

        private final String parser;
        private final String sample;

        Store(String parser, String sample) {
            this.parser = parser;
            this.sample = sample;
        }

        String sample(String time) {
            return sample.formatted(ID, time);
        }

        NoticeParser parser() {
            return new NoticeParser(
                    new StorageProperties("", "", "", new Secret(""), new Secret(""), "bucket"),
                    new StorageHookProperties(
                            "recordings", "core.recording.event.parsers." + parser, true, true, new Secret("t")));
        }
    }

    /** The store's clock may be wrong, and its notice late: when it was is not looked at. */
    @ParameterizedTest
    @EnumSource(Store.class)
    void eachStoreIsUnderstoodWheneverItSaysItWas(Store store) {
        for (var time : List.of("2026-11-22T17:00:00.000Z", "1970-01-01T00:00:00Z", "2099-01-01T00:00:00Z", "soon")) {
            assertThat(store.parser().parse(JSON.readTree(store.sample(time))))
                    .containsExactly(new StorageNotice.Created(ID, "video/mp4"));
        }
    }

    @ParameterizedTest
    @EnumSource(Store.class)
    void oddValuesAreUnderstoodIgnoredOrRefused(Store store) {
        var random = new Random(20261122);
        for (int i = 0; i < 3000; i++) {
            var body = JSON.readTree(store.sample("2026-11-22T17:00:00Z"));
            for (int k = random.nextInt(3); k >= 0; k--) {
                mangle(body, random);
            }
            read(store.parser(), body);
        }
    }

    @ParameterizedTest
    @EnumSource(Store.class)
    void brokenBytesAreUnderstoodIgnoredOrRefused(Store store) {
        var random = new Random(20261123);
        var good = store.sample("2026-11-22T17:00:00Z").getBytes(StandardCharsets.UTF_8);
        for (int i = 0; i < 3000; i++) {
            var bytes = good.clone();
            for (int k = random.nextInt(6); k >= 0; k--) {
                bytes[random.nextInt(bytes.length)] = (byte) (32 + random.nextInt(95));
            }
            try {
                read(store.parser(), JSON.readTree(bytes));
            } catch (JacksonException e) {
                // the pipeline answers 400 before a parser sees it
            }
        }
    }

    /** A hundred thousand folders once ended in a stack overflow, so in a 500. */
    @ParameterizedTest
    @EnumSource(Store.class)
    void aKeyOfManyFoldersIsIgnoredAndOneOfAsManyAsStoresAllowUnderstood(Store store) {
        var folder = store == Store.MINIO ? "a%2F" : "a/";
        assertThat(written(store, folder.repeat(100_000))).containsExactly(new StorageNotice.Ignored());
        assertThat(written(store, folder.repeat(500))).containsExactly(new StorageNotice.Created(ID, "video/mp4"));
    }

    private static List<StorageNotice> written(Store store, String folders) {
        var body = JSON.readTree(store.sample("2026-11-22T17:00:00Z"));
        var object = (ObjectNode) body.path("Records").path(0).path("s3").path("object");
        object.put("key", folders + object.path("key").stringValue());
        return store.parser().parse(body);
    }

    private static void read(NoticeParser parser, JsonNode body) {
        try {
            assertThat(parser.parse(body)).isNotEmpty().allSatisfy(it -> {
                if (it instanceof StorageNotice.Created created) {
                    assertThat(created.contentType()).isIn("video/mp4", "audio/ogg");
                }
            });
        } catch (ApiException.Forbidden e) {
            assertThat(e).hasMessageMatching("Invalid (request data|bucket specified)\\.");
        }
    }

    /** Puts something odd somewhere, or takes something out. */
    private static void mangle(JsonNode node, Random random) {
        var odd = ODD.get(random.nextInt(ODD.size()));
        if (node instanceof ObjectNode object && !object.isEmpty()) {
            var names = List.copyOf(object.propertyNames());
            var name = names.get(random.nextInt(names.size()));
            if (object.get(name).isContainer() && random.nextInt(4) > 0) {
                mangle(object.get(name), random);
            } else if (random.nextBoolean()) {
                object.set(name, odd);
            } else {
                object.remove(name);
            }
        } else if (node instanceof ArrayNode array && !array.isEmpty()) {
            if (random.nextInt(4) > 0) {
                mangle(array.get(random.nextInt(array.size())), random);
            } else {
                array.add(odd);
            }
        }
    }
}
