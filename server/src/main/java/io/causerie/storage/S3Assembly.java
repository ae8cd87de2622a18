package io.causerie.storage;

import io.causerie.storage.S3Chunks.Chunk;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.CompletedPart;

/** Puts chunks together as one object: one upload if it is small, else a multipart upload, whose parts must be 5 MiB or more. */
class S3Assembly {

    private static final int PART = 8 << 20;

    private final S3Client s3;
    private final String bucket;
    private final String key;
    private final String contentType;

    S3Assembly(S3Client s3, String bucket, String key, String contentType) {
        this.s3 = s3;
        this.bucket = bucket;
        this.key = key;
        this.contentType = contentType;
    }

    /** Answers the size. */
    long of(List<Chunk> chunks) {
        long size = chunks.getLast().end();
        if (size <= PART) {
            var whole = new ByteArrayOutputStream((int) size);
            chunks.forEach(it -> whole.writeBytes(read(it)));
            s3.putObject(
                    request -> request.bucket(bucket).key(key).contentType(contentType),
                    RequestBody.fromBytes(whole.toByteArray()));
        } else {
            inParts(chunks);
        }
        return size;
    }

    private void inParts(List<Chunk> chunks) {
        var upload = s3.createMultipartUpload(
                        request -> request.bucket(bucket).key(key).contentType(contentType))
                .uploadId();
        try {
            var parts = new ArrayList<CompletedPart>();
            var buffer = new ByteArrayOutputStream(PART + (1 << 20));
            for (var chunk : chunks) {
                buffer.writeBytes(read(chunk));
                if (buffer.size() >= PART) {
                    parts.add(part(upload, parts.size() + 1, buffer));
                }
            }
            if (buffer.size() > 0) {
                parts.add(part(upload, parts.size() + 1, buffer));
            }
            s3.completeMultipartUpload(
                    request -> request.bucket(bucket).key(key).uploadId(upload).multipartUpload(it -> it.parts(parts)));
        } catch (RuntimeException e) {
            s3.abortMultipartUpload(request -> request.bucket(bucket).key(key).uploadId(upload));
            throw e;
        }
    }

    private CompletedPart part(String upload, int number, ByteArrayOutputStream buffer) {
        var answer = s3.uploadPart(
                request -> request.bucket(bucket).key(key).uploadId(upload).partNumber(number),
                RequestBody.fromBytes(buffer.toByteArray()));
        buffer.reset();
        return CompletedPart.builder().partNumber(number).eTag(answer.eTag()).build();
    }

    private byte[] read(Chunk chunk) {
        return s3.getObjectAsBytes(request -> request.bucket(bucket).key(chunk.key()))
                .asByteArrayUnsafe();
    }
}
