package io.causerie.platform;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Who may read what this server measures.
 *
 * @param token what a reader must know; empty: nobody may
 */
@ConfigurationProperties("causerie.metrics")
record MetricsProperties(@DefaultValue("") Secret token) {}
