package io.causerie.storage;

import io.causerie.platform.CommandPart;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.checksums.RequestChecksumCalculation;
import software.amazon.awssdk.core.checksums.ResponseChecksumValidation;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.S3Configuration;
import software.amazon.awssdk.services.s3.presigner.S3Presigner;

/** Chooses the store: the folder if there is one, else the bucket. */
@Configuration(proxyBeanMethods = false)
@CommandPart
class StorageConfiguration {

    @Bean
    ObjectStore objectStore(StorageProperties properties) throws IOException {
        return properties.folder().isEmpty() ? bucket(properties) : new FolderObjectStore(Path.of(properties.folder()));
    }

    @Bean
    MediaSignature mediaSignature(StorageProperties properties, Clock clock) {
        return properties.folder().isEmpty()
                ? new S3Signature(properties, () -> credentials(properties), clock)
                : new NoSignature();
    }

    static ObjectStore bucket(StorageProperties properties) {
        return new S3ObjectStore(() -> client(properties), () -> signer(properties), properties.bucket());
    }

    static S3Client client(StorageProperties properties) {
        var builder = S3Client.builder()
                .region(Region.of(properties.signingRegion()))
                .credentialsProvider(credentials(properties))
                // stores that are not AWS do not all know the newer checksums
                .requestChecksumCalculation(RequestChecksumCalculation.WHEN_REQUIRED)
                .responseChecksumValidation(ResponseChecksumValidation.WHEN_REQUIRED)
                .overrideConfiguration(
                        it -> it.apiCallAttemptTimeout(Duration.ofSeconds(60)).apiCallTimeout(Duration.ofSeconds(120)))
                .httpClientBuilder(UrlConnectionHttpClient.builder()
                        .connectionTimeout(Duration.ofSeconds(3))
                        .socketTimeout(Duration.ofSeconds(20)));
        if (!properties.endpointUrl().isEmpty()) {
            builder.endpointOverride(URI.create(properties.endpointUrl())).forcePathStyle(true);
        }
        return builder.build();
    }

    static S3Presigner signer(StorageProperties properties) {
        var builder = S3Presigner.builder()
                .region(Region.of(properties.signingRegion()))
                .credentialsProvider(credentials(properties));
        if (!properties.endpointUrl().isEmpty()) {
            builder.endpointOverride(URI.create(properties.endpointUrl()))
                    .serviceConfiguration(S3Configuration.builder()
                            .pathStyleAccessEnabled(true)
                            .build());
        }
        return builder.build();
    }

    static AwsCredentialsProvider credentials(StorageProperties properties) {
        return properties.accessKeyId().isEmpty()
                ? DefaultCredentialsProvider.builder().build()
                : StaticCredentialsProvider.create(AwsBasicCredentials.create(
                        properties.accessKeyId().value(),
                        properties.secretAccessKey().value()));
    }
}
