package io.causerie.storage;

import io.causerie.platform.Secret;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where objects are kept (contract 04, section 16).
 *
 * @param folder a folder on disk; when it is set there is no bucket
 * @param endpointUrl the S3 server; empty means AWS itself
 * @param region of the bucket; empty signs as {@code us-east-1}
 * @param accessKeyId with the secret key; when empty, what the machine offers (environment, instance role) is used
 * @param bucket one for recordings, files and metadata
 */
@ConfigurationProperties("causerie.storage")
record StorageProperties(
        @DefaultValue("") String folder,
        @DefaultValue("") String endpointUrl,
        @DefaultValue("") String region,
        @DefaultValue("") Secret accessKeyId,
        @DefaultValue("") Secret secretAccessKey,
        @DefaultValue("meet-media-storage") String bucket) {

    String signingRegion() {
        return region.isEmpty() ? "us-east-1" : region;
    }
}
