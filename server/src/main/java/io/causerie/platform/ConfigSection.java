package io.causerie.platform;

import java.util.Map;

/** A module's part of {@code GET /api/v1.0/config/} (contract 01, section 12). */
public interface ConfigSection {

    /** Adds its members; called at each request, without touching the database. */
    void describe(Map<String, @org.jspecify.annotations.Nullable Object> config);
}
