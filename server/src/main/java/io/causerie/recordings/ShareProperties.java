package io.causerie.recordings;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of links by which people without an account watch a recording.
 *
 * @param days how many days a link may live at the most; 0: there are none
 */
@ConfigurationProperties("causerie.recording.share")
record ShareProperties(@DefaultValue("30") int days) {

    private static final int USUAL = 7;

    boolean enabled() {
        return days > 0;
    }

    /** How long a link lives if nobody says otherwise. */
    int usualDays() {
        return Math.min(USUAL, days);
    }
}
