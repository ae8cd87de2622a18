package io.causerie.users;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Map;

/** The time zones people may choose: every IANA name, kept as it was sent (contract 01, section 11.5). */
public final class TimeZones {

    /** IANA names that Java's table leaves out. */
    private static final Map<String, String> MISSING = Map.of(
            "EST", "America/Panama",
            "MST", "America/Phoenix",
            "HST", "Pacific/Honolulu",
            "ROC", "Asia/Taipei",
            "GMT+0", "Etc/GMT",
            "GMT-0", "Etc/GMT");

    private TimeZones() {}

    /** Whether the text is such a name, in its exact spelling. */
    static boolean known(String name) {
        return MISSING.containsKey(name)
                || (ZoneId.getAvailableZoneIds().contains(name) && !name.startsWith("SystemV/"));
    }

    /** The zone of a stored name; UTC for what is none, since others may have written the row. */
    public static ZoneId of(String name) {
        try {
            return ZoneId.of(name, MISSING);
        } catch (DateTimeException e) {
            return ZoneOffset.UTC;
        }
    }
}
