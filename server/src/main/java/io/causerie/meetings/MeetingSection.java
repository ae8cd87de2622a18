package io.causerie.meetings;

import io.causerie.platform.ConfigSection;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** {@code subtitle} and {@code diagnostics} of {@code /config/} (contract 01, section 12). */
@Component
class MeetingSection implements ConfigSection {

    private final MeetingProperties meetings;
    private final ConnectionTestProperties test;

    MeetingSection(MeetingProperties meetings, ConnectionTestProperties test) {
        this.meetings = meetings;
        this.test = test;
    }

    @Override
    public void describe(Map<String, @Nullable Object> config) {
        config.put("subtitle", Map.of("enabled", meetings.subtitles()));
        config.put("diagnostics", Map.of("connection_test_enabled", test.enabled()));
    }
}
