package io.causerie.recordings;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The agent that notes who spoke when (contract 04, section 9).
 *
 * @param enabled whether it is sent for
 * @param agentName what it is called at LiveKit
 * @param outputFolder where in the bucket it writes; its own setting must agree
 */
@ConfigurationProperties("causerie.metadata-collector")
record CollectorProperties(
        @DefaultValue("false") boolean enabled,
        @DefaultValue("metadata-collector") String agentName,
        @DefaultValue("metadata") String outputFolder) {}
