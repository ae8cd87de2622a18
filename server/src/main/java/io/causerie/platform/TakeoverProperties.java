package io.causerie.platform;

import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How a database is taken over (contract 02, section 12.1).
 *
 * @param acceptedMigrations migrations beyond the head we know that the operator has checked, each as {@code core.name}
 */
@ConfigurationProperties("causerie.takeover")
record TakeoverProperties(@DefaultValue List<String> acceptedMigrations) {}
