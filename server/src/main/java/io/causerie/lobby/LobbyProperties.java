package io.causerie.lobby;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How long whoever knocks is remembered (contract 03, sections 2 and 11).
 *
 * @param waitingTimeout seconds after which somebody who no longer asks is gone
 * @param deniedTimeout seconds for which somebody refused cannot knock again
 * @param acceptedTimeout seconds for which somebody admitted may come in
 * @param notificationType {@code type} of the message that tells a meeting of somebody who waits
 */
@ConfigurationProperties("causerie.lobby")
record LobbyProperties(
        @DefaultValue("3") int waitingTimeout,
        @DefaultValue("5") int deniedTimeout,
        @DefaultValue("21600") int acceptedTimeout,
        @DefaultValue("participantWaiting") String notificationType) {

    /** For how long an entry of that status is kept. */
    long millis(EntryStatus status) {
        return 1000L
                * switch (status) {
                    case WAITING -> waitingTimeout;
                    case DENIED -> deniedTimeout;
                    case ACCEPTED -> acceptedTimeout;
                };
    }
}
