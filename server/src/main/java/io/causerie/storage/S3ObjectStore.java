package io.causerie.storage;

import io.causerie.storage.S3Chunks.Chunk;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.util.function.SingletonSupplier;
import software.amazon.awssdk.core.ResponseInputStream;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;
import software.amazon.awssdk.services.s3.model.S3Exception;
import software.amazon.awssdk.services.s3.presigner.S3Presigner;

/**
 * Objects in a bucket. Appended chunks are small objects of their own ({@link S3Chunks}) until they are published as one, by whichever replica comes to it.
 */
class S3ObjectStore implements ObjectStore {

    private static final int FORBIDDEN = 403;

    private final SingletonSupplier<S3Client> s3;
    private final Supplier<S3Presigner> signer;
    private final String bucket;

    /** The client is made when it is first needed: it is slow to make, and a store that is down must not stop a start. */
    S3ObjectStore(Supplier<S3Client> s3, Supplier<S3Presigner> signer, String bucket) {
        this.s3 = SingletonSupplier.of(s3);
        this.signer = SingletonSupplier.of(signer);
        this.bucket = bucket;
    }

    @Override
    public Optional<Head> head(String key) throws IOException {
        ObjectKeys.parts(key);
        return found(() -> {
            var known = s3().headObject(request -> request.bucket(bucket).key(key));
            var type = known.contentType() == null ? "application/octet-stream" : known.contentType();
            return new Head(key, known.contentLength(), type, known.eTag(), known.lastModified());
        });
    }

    @Override
    public Optional<InputStream> read(String key, long offset, long length) throws IOException {
        ObjectKeys.parts(key);
        if (length == 0) {
            return head(key).map(it -> InputStream.nullInputStream());
        }
        var range = "bytes=" + offset + "-" + (offset + length - 1);
        return found(() -> new Download(
                Objects.requireNonNull(s3().getObject(
                                request -> request.bucket(bucket).key(key).range(range))),
                length));
    }

    @Override
    public Optional<URI> signedUrl(String key, Duration life) {
        ObjectKeys.parts(key);
        var signed = Objects.requireNonNull(signer.get())
                .presignGetObject(it -> it.signatureDuration(life)
                        .getObjectRequest(object -> object.bucket(bucket).key(key)));
        return Optional.of(URI.create(signed.url().toString()));
    }

    @Override
    public void write(String key, String contentType, InputStream content, long length) throws IOException {
        ObjectKeys.parts(key);
        try {
            told(() -> s3().putObject(
                            request -> request.bucket(bucket).key(key).contentType(contentType),
                            RequestBody.fromInputStream(content, length)));
        } catch (IllegalStateException | UncheckedIOException e) {
            // the content broke off, and cannot be read a second time
            throw new IOException("the object could not be read to its end", e);
        }
    }

    @Override
    public void delete(String key) throws IOException {
        ObjectKeys.parts(key);
        told(() -> s3().deleteObject(request -> request.bucket(bucket).key(key)));
    }

    @Override
    public long append(String key, long offset, byte[] chunk) throws IOException {
        ObjectKeys.parts(key);
        return told(() -> {
            var known = chunks().from(key, offset);
            long end = offset + chunk.length;
            if (known.stream().anyMatch(it -> it.start() == offset && it.end() == end)) {
                return known.getLast().end();
            }
            if (offset != 0 && known.stream().noneMatch(it -> it.end() == offset)) {
                throw new IllegalArgumentException("no chunk of the object ends at " + offset);
            }
            s3().putObject(
                            request -> request.bucket(bucket).key(S3Chunks.name(key, end)),
                            RequestBody.fromBytes(chunk));
            return end;
        });
    }

    @Override
    public long appended(String key) throws IOException {
        ObjectKeys.parts(key);
        return told(() -> end(chunks().contiguous(key)));
    }

    @Override
    public Optional<Head> publish(String key, String contentType) throws IOException {
        ObjectKeys.parts(key);
        var chunks = told(() -> chunks().contiguous(key));
        if (!chunks.isEmpty()) {
            try {
                told(() -> new S3Assembly(s3(), bucket, key, contentType).of(chunks));
            } catch (IOException e) {
                // a chunk may be gone because another replica published them in this moment
                if (head(key).filter(it -> it.size() >= end(chunks)).isEmpty()) {
                    throw e;
                }
            }
        }
        var published = head(key);
        if (published.isPresent()) {
            discard(key);
        }
        return published;
    }

    @Override
    public void discard(String key) throws IOException {
        ObjectKeys.parts(key);
        told(() -> {
            chunks().delete(listed(key));
            return key;
        });
    }

    /** None for whoever may not list them: then they never appended any. */
    private List<Chunk> listed(String key) {
        try {
            return chunks().from(key, 0);
        } catch (S3Exception e) {
            if (e.statusCode() == FORBIDDEN) {
                return List.of();
            }
            throw e;
        }
    }

    private S3Client s3() {
        return s3.obtain();
    }

    private S3Chunks chunks() {
        return new S3Chunks(s3(), bucket);
    }

    private static long end(List<Chunk> chunks) {
        return chunks.isEmpty() ? 0 : chunks.getLast().end();
    }

    private static <T> Optional<T> found(Supplier<T> question) throws IOException {
        try {
            return Optional.of(question.get());
        } catch (S3Exception e) {
            if (e.statusCode() == 404 && !isBucketMissing(e)) {
                return Optional.empty();
            }
            throw failure(e);
        } catch (SdkException e) {
            throw failure(e);
        }
    }

    private static <T> T told(Supplier<T> order) throws IOException {
        try {
            return order.get();
        } catch (SdkException e) {
            throw failure(e);
        }
    }

    private static boolean isBucketMissing(S3Exception e) {
        var details = e.awsErrorDetails();
        return details != null && "NoSuchBucket".equals(details.errorCode());
    }

    private static IOException failure(SdkException e) {
        return new IOException("the object store failed: " + words(e), e);
    }

    private static String words(SdkException e) {
        if (!(e instanceof S3Exception s3)) {
            return e.getClass().getSimpleName();
        }
        var details = s3.awsErrorDetails();
        var code = details == null || details.errorCode() == null ? "" : " " + details.errorCode();
        var hint = s3.statusCode() == FORBIDDEN
                ? " (credentials without s3:ListBucket are told so of objects that are not there, too)"
                : "";
        return "it answered " + s3.statusCode() + code + hint;
    }

    /** A download that is left early is broken off instead of read to its end. */
    private static final class Download extends Slice {

        private final ResponseInputStream<GetObjectResponse> answer;

        Download(ResponseInputStream<GetObjectResponse> answer, long length) {
            super(answer, length);
            this.answer = answer;
        }

        @Override
        public void close() throws IOException {
            if (unfinished()) {
                answer.abort();
            } else {
                super.close();
            }
        }
    }
}
