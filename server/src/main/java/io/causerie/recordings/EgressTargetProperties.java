package io.causerie.recordings;

import io.causerie.livekit.Egress;
import io.causerie.platform.Secret;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** The bucket as LiveKit's egress is told of it; the address must be reachable from there (contract 04, section 5.5). */
@ConfigurationProperties("causerie.storage")
record EgressTargetProperties(
        @Nullable String endpointUrl,
        @DefaultValue("") String accessKeyId,
        @DefaultValue("") Secret secretAccessKey,
        @Nullable String region,
        @DefaultValue("meet-media-storage") String bucket) {

    Egress.S3Target target() {
        return new Egress.S3Target(set(endpointUrl), accessKeyId, secretAccessKey, set(region), bucket);
    }

    private static @Nullable String set(@Nullable String text) {
        return text == null || text.isEmpty() ? null : text;
    }
}
