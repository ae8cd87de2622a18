package io.causerie.storage;

import java.net.URI;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.springframework.util.function.SingletonSupplier;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4FamilyHttpSigner;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4HttpSigner;
import software.amazon.awssdk.http.auth.spi.signer.HttpSigner;
import software.amazon.awssdk.utils.http.SdkHttpUtils;

/**
 * Signature Version 4 of a plain {@code GET}: only host, date and the hash of the empty body are signed, so that the proxy may pass ranges on (contract 04,
 * section 15.2).
 */
class S3Signature implements MediaSignature {

    private static final String EMPTY_BODY = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";

    private final StorageProperties properties;
    private final SingletonSupplier<AwsCredentialsProvider> credentials;
    private final Clock clock;
    private final AwsV4HttpSigner signer = AwsV4HttpSigner.create();

    S3Signature(StorageProperties properties, Supplier<AwsCredentialsProvider> credentials, Clock clock) {
        this.properties = properties;
        this.credentials = SingletonSupplier.of(credentials);
        this.clock = clock;
    }

    @Override
    public Map<String, String> headers(String key) {
        var signed = signer.sign(it -> it.identity(credentials.obtain().resolveCredentials())
                        .request(request(key))
                        .putProperty(AwsV4FamilyHttpSigner.SERVICE_SIGNING_NAME, "s3")
                        .putProperty(AwsV4HttpSigner.REGION_NAME, properties.signingRegion())
                        .putProperty(AwsV4FamilyHttpSigner.DOUBLE_URL_ENCODE, false)
                        .putProperty(AwsV4FamilyHttpSigner.NORMALIZE_PATH, false)
                        .putProperty(HttpSigner.SIGNING_CLOCK, clock))
                .request();
        var headers = new LinkedHashMap<String, String>();
        for (var name : new String[] {"Authorization", "X-Amz-Date", "X-Amz-Security-Token"}) {
            signed.firstMatchingHeader(name).ifPresent(value -> headers.put(name, value));
        }
        headers.put("X-Amz-Content-SHA256", EMPTY_BODY);
        return headers;
    }

    @Override
    public boolean bindsObject() {
        return true;
    }

    private SdkHttpRequest request(String key) {
        return SdkHttpRequest.builder()
                .method(SdkHttpMethod.GET)
                .uri(object(key))
                .putHeader("x-amz-content-sha256", EMPTY_BODY)
                .build();
    }

    /** Path style below an endpoint that is set, a host of the bucket's own at AWS. */
    private URI object(String key) {
        var path = SdkHttpUtils.urlEncodeIgnoreSlashes(key);
        if (properties.endpointUrl().isEmpty()) {
            return URI.create("https://" + properties.bucket() + ".s3.amazonaws.com/" + path);
        }
        var base = properties.endpointUrl().replaceFirst("/+$", "");
        return URI.create(base + "/" + properties.bucket() + "/" + path);
    }
}
