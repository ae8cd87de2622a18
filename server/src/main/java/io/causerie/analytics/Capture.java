package io.causerie.analytics;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

/**
 * Something that happened.
 *
 * @param distinctId who did it: the id of their account, or the kind of program it was
 * @param id by which the service knows it when it is told twice
 */
record Capture(String event, String distinctId, UUID id, Instant at, Map<String, Object> properties) {

    /** As the service reads it (contract 05, section 6.3). */
    Map<String, Object> wire() {
        var all = new LinkedHashMap<String, Object>(properties);
        all.put("$lib", "causerie");
        all.put("$lib_version", "1");
        all.put("$geoip_disable", true);
        all.put("$is_server", true);
        return Map.of(
                "event", event, "distinct_id", distinctId, "uuid", id, "timestamp", at.toString(), "properties", all);
    }
}
