package io.causerie.meetings;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The connection test (contract 01, sections 13 and 22.5).
 *
 * @param enabled whether there is one
 * @param tokenSeconds how long a test may last
 * @param extraSeconds after that, until its room is closed
 * @param roomPrefix how the names of its rooms begin
 */
@ConfigurationProperties("causerie.connection-test")
record ConnectionTestProperties(
        @DefaultValue("false") boolean enabled,
        @DefaultValue("300") int tokenSeconds,
        @DefaultValue("10") int extraSeconds,
        @DefaultValue("connection-test") String roomPrefix) {}
