package io.causerie.platform;

import java.time.Duration;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How often what may be done, such as {@code 30/minute} (contract 01, section 14).
 *
 * @param lobbyCookie the cookie by which those who wait are known
 */
@ConfigurationProperties("causerie.throttle")
record ThrottleProperties(
        @DefaultValue("150/minute") String requestEntry,
        @DefaultValue("1200/minute") String lobbyArrival,
        @DefaultValue("600/minute") String creationCallback,
        @DefaultValue("300/minute") String roomkitJoin,
        @DefaultValue("30/minute") String connectionTest,
        @DefaultValue("30/hour") String invitation,
        @DefaultValue("60/minute") String sharedRecording,
        @DefaultValue("1200/minute") String sharedMedia,
        @DefaultValue("lobbyParticipantId") String lobbyCookie) {

    /** An unreadable rate was told of at start; the default holds. */
    Map<ThrottleScope, Rate> rates() {
        return Map.of(
                ThrottleScope.REQUEST_ENTRY, rate(requestEntry, 150),
                ThrottleScope.LOBBY_ARRIVAL, rate(lobbyArrival, 1200),
                ThrottleScope.CREATION_CALLBACK, rate(creationCallback, 600),
                ThrottleScope.ROOMKIT_JOIN, rate(roomkitJoin, 300),
                ThrottleScope.CONNECTION_TEST, rate(connectionTest, 30),
                ThrottleScope.SHARED_RECORDING, rate(sharedRecording, 60),
                ThrottleScope.SHARED_MEDIA, rate(sharedMedia, 1200),
                ThrottleScope.INVITATION, Rate.of(invitation).orElse(new Rate(30, Duration.ofHours(1))));
    }

    private static Rate rate(String text, int perMinute) {
        return Rate.of(text).orElse(new Rate(perMinute, Duration.ofMinutes(1)));
    }
}
