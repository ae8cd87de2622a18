package io.causerie.telephony;

import io.causerie.platform.Secret;
import io.causerie.rooms.AccessLevel;
import io.causerie.rooms.Room;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How rooms are reached by telephone and by room systems (contract 01, section 22.5).
 *
 * @param enabled whether people may call
 * @param phoneNumber the number they call, as the operator writes it
 * @param defaultCountry the region it is read in, such as {@code FR}
 * @param pinLength digits of a PIN
 * @param skipsLobby whether callers enter rooms in whose lobby guests wait; if not, they enter public rooms only
 * @param roomkitEnabled whether room systems may call before anybody else is there
 * @param roomkitToken what whoever announces a room system must know; empty lets nobody in
 */
@ConfigurationProperties("causerie.telephony")
record TelephonyProperties(
        @DefaultValue("false") boolean enabled,
        @DefaultValue("") String phoneNumber,
        @DefaultValue("US") String defaultCountry,
        @DefaultValue("10") int pinLength,
        @DefaultValue("true") boolean skipsLobby,
        @DefaultValue("false") boolean roomkitEnabled,
        @DefaultValue("") Secret roomkitToken) {

    /** Whether calls lead anywhere. */
    boolean callable() {
        return enabled || roomkitEnabled;
    }

    /** Whether who calls that room may come in with its PIN. */
    boolean lets(Room room) {
        return skipsLobby || room.accessLevel() == AccessLevel.PUBLIC;
    }
}
