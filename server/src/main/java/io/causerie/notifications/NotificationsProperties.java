package io.causerie.notifications;

import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What mails say of recordings (contract 04, section 16).
 *
 * @param downloadBaseUrl where the page of a recording is found, its id follows; empty: below the server's own address
 * @param oldBaseUrl the deprecated name of the same, used when it alone is set
 * @param expirationDays after how many days the file is deleted; null or 0: never
 */
@ConfigurationProperties("causerie.recording")
record NotificationsProperties(
        @DefaultValue("") String downloadBaseUrl,
        @DefaultValue("") String oldBaseUrl,
        @Nullable Integer expirationDays) {

    NotificationsProperties {
        if (!oldBaseUrl.isEmpty()) {
            LoggerFactory.getLogger(NotificationsProperties.class)
                    .warn("SCREEN_RECORDING_BASE_URL is deprecated: use RECORDING_DOWNLOAD_BASE_URL");
        }
    }

    /** Where the page of a recording is found; empty when nothing says it. */
    String baseUrl() {
        return downloadBaseUrl.isEmpty() ? oldBaseUrl : downloadBaseUrl;
    }
}
