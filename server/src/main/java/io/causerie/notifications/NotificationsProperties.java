package io.causerie.notifications;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What mails say of recordings (contract 04, section 16).
 *
 * @param downloadBaseUrl where the page of a recording is found, its id follows; empty: below the server's own address
 * @param expirationDays after how many days the file is deleted; null or 0: never
 */
@ConfigurationProperties("causerie.recording")
record NotificationsProperties(
        @DefaultValue("") String downloadBaseUrl, @Nullable Integer expirationDays) {}
