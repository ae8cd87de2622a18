package io.causerie.platform;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The Redis or Valkey that replicas share (contract 01, section 19).
 *
 * @param url such as {@code redis://:password@host:6379/1}; empty: there is none
 */
@ConfigurationProperties("causerie.redis")
record RedisProperties(@DefaultValue("") Secret url) {}
