package io.causerie.storage;

import io.causerie.platform.Secret;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How the object store tells of new recordings (contract 04, sections 7 and 16).
 *
 * @param outputFolder where recordings lie in the store
 * @param eventParserClass the reference server's name of the format of notices
 * @param storageEventAuth whether the store must know the token
 * @param storageEventEnabled whether notices complete recordings
 * @param storageEventToken what the store must know; {@code (unset)} when nobody set one
 */
@ConfigurationProperties("causerie.recording")
record StorageHookProperties(
        @DefaultValue("recordings") String outputFolder,

        @DefaultValue("core.recording.event.parsers.MinioParser")
        String eventParserClass,

        @DefaultValue("true") boolean storageEventAuth,
        @DefaultValue("false") boolean storageEventEnabled,
        @DefaultValue("(unset)") Secret storageEventToken) {

    /** Whether the store is MinIO, which sends content types and encoded keys; else any S3. */
    boolean minio() {
        return eventParserClass.endsWith(".MinioParser");
    }
}
