package io.causerie.rooms;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.boot.convert.DurationUnit;
import org.springframework.validation.annotation.Validated;

/**
 * What new rooms are like, and who may be in rooms nobody registered (contract 01, section 22.5).
 *
 * @param defaultAccessLevel access level of rooms whose maker chose none
 * @param allowUnregistered whether an unknown address is an ad-hoc public room
 * @param participantsCanEditName whether signed-in people may enter under another name
 * @param telephonyEnabled whether rooms can be reached by telephone: each new one gets a PIN
 * @param roomkitEnabled whether room systems may dial in: each new room gets a PIN
 * @param pinLength digits of a PIN
 * @param pinMaxRetries how many PINs are tried before a room goes without
 * @param callbackLife how long the page that asked for a room can fetch its name
 * @param connectionTestPrefix names with this beginning are no rooms of anybody
 * @param guestCookie the cookie by which browsers are known that wait, or that nobody signed in
 */
@Validated
@ConfigurationProperties("causerie.rooms")
record RoomProperties(
        @DefaultValue("public") AccessLevel defaultAccessLevel,
        @DefaultValue("true") boolean allowUnregistered,
        @DefaultValue("true") boolean participantsCanEditName,
        @DefaultValue("false") boolean telephonyEnabled,
        @DefaultValue("false") boolean roomkitEnabled,
        @DefaultValue("10") @Min(4) @Max(18) int pinLength,
        @DefaultValue("5") @Min(0) int pinMaxRetries,

        @DefaultValue("600s") @DurationUnit(ChronoUnit.SECONDS)
        Duration callbackLife,

        @DefaultValue("connection-test") String connectionTestPrefix,
        @DefaultValue("lobbyParticipantId") String guestCookie) {

    /** Whether new rooms get a PIN. */
    boolean pins() {
        return telephonyEnabled || roomkitEnabled;
    }
}
