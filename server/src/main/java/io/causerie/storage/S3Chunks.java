package io.causerie.storage;

import java.util.ArrayList;
import java.util.List;
import software.amazon.awssdk.services.s3.S3Client;

/**
 * The chunks of an object that is being appended to: S3 cannot append, so each chunk is an object of its own below {@code .partial/}, named by the position of
 * its end. Any replica can put them together.
 */
class S3Chunks {

    /** One chunk: bytes {@code start} to {@code end} of the object to come. */
    record Chunk(String key, long start, long end) {}

    private final S3Client s3;
    private final String bucket;

    S3Chunks(S3Client s3, String bucket) {
        this.s3 = s3;
        this.bucket = bucket;
    }

    static String name(String key, long end) {
        return prefix(key) + "%019d".formatted(end);
    }

    /** All that are stored from a position on, the one that ends there included. */
    List<Chunk> from(String key, long position) {
        var all = new ArrayList<Chunk>();
        var pages = s3.listObjectsV2Paginator(request -> {
            request.bucket(bucket).prefix(prefix(key));
            if (position > 0) {
                request.startAfter(name(key, position - 1));
            }
        });
        for (var found : pages.contents()) {
            long end = Long.parseLong(found.key().substring(prefix(key).length()));
            all.add(new Chunk(found.key(), end - found.size(), end));
        }
        return all;
    }

    /** Those that follow each other without a gap from the first byte on. */
    List<Chunk> contiguous(String key) {
        var good = new ArrayList<Chunk>();
        long position = 0;
        for (var chunk : from(key, 0)) {
            if (chunk.start() == position) {
                good.add(chunk);
                position = chunk.end();
            }
        }
        return good;
    }

    /** The first goes first: whoever lists them from then on sees that this object was put together already. */
    void delete(List<Chunk> chunks) {
        for (var chunk : chunks) {
            s3.deleteObject(request -> request.bucket(bucket).key(chunk.key()));
        }
    }

    private static String prefix(String key) {
        return ".partial/" + key + "/";
    }
}
