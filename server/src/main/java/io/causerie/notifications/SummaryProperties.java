package io.causerie.notifications;

import io.causerie.platform.Secret;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The service that writes transcripts (contract 04, sections 8 and 10.3).
 *
 * @param version what it understands: 1 or 2
 * @param endpoint where it is told; empty: there is none
 * @param webhookToken what it must know to tell us; {@code (unset)} when nobody set one
 * @param signedUrlSeconds how long it may read the recording
 * @param formBaseUrl where people say how good a transcript is; empty: nowhere
 */
@ConfigurationProperties("causerie.summary")
record SummaryProperties(
        @DefaultValue("1") int version,
        @DefaultValue("") String endpoint,
        @DefaultValue("") Secret token,
        @DefaultValue("(unset)") Secret webhookToken,
        @DefaultValue("86400") int signedUrlSeconds,
        @DefaultValue("") String formBaseUrl) {

    SummaryProperties {
        if (version == 1 && !endpoint.isEmpty()) {
            LoggerFactory.getLogger(SummaryProperties.class)
                    .warn("SUMMARY_SERVICE_VERSION 1 is deprecated: use 2 if the service understands it");
        }
    }

    boolean configured() {
        return !endpoint.isEmpty() && !token.isEmpty();
    }
}
