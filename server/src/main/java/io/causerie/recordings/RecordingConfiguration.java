package io.causerie.recordings;

import io.causerie.platform.ConfigSection;
import java.util.LinkedHashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Parts of this module that are made from settings. */
@Configuration(proxyBeanMethods = false)
class RecordingConfiguration {

    @Bean
    WorkerServiceConfig workerServiceConfig(RecordingProperties recording, EgressTargetProperties target) {
        return WorkerServiceConfig.of(recording, target);
    }

    /** {@code recording} of {@code /config/} (contract 01, section 12). */
    @Bean
    ConfigSection recordingSection(RecordingProperties properties, Workers workers) {
        return config -> {
            var section = new LinkedHashMap<String, @Nullable Object>();
            section.put("is_enabled", properties.enabled());
            section.put("available_modes", List.copyOf(workers.modes()));
            section.put("expiration_days", properties.expirationDays());
            section.put("max_duration", properties.maxDuration());
            config.put("recording", section);
        };
    }
}
