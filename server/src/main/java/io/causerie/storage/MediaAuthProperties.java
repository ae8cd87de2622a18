package io.causerie.storage;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How a proxy asks whether somebody may read a file (contract 04, section 15.2).
 *
 * @param header in which it tells what was asked for; only this one counts, for a proxy that sets one header may pass a client's other one on
 */
@ConfigurationProperties("causerie.media-auth")
record MediaAuthProperties(@DefaultValue("X-Original-URL") String header) {}
