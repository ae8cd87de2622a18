package io.causerie.standalone;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The accounts of the built-in identity provider.
 *
 * @param registration whether people may make an account themselves
 */
@ConfigurationProperties("causerie.accounts")
record AccountProperties(@DefaultValue("true") boolean registration) {}
