package io.causerie.analytics;

import io.causerie.platform.Literal;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Which service hears of what happens (contract 05, section 6.1).
 *
 * @param backend the reference server's name of the service; empty for none, and anything unknown stops the start
 * @param settings {@code api_key}, {@code host}, {@code disabled}, {@code feature_flags_cache_ttl} in seconds; others are left alone
 * @param flush how long what happened may wait for more of its kind
 */
@ConfigurationProperties("causerie.analytics")
record AnalyticsProperties(
        @DefaultValue("") String backend,
        @DefaultValue("") Literal settings,
        @DefaultValue("5s") Duration flush) {

    boolean on() {
        return !backend.isBlank()
                && !apiKey().isEmpty()
                && !Boolean.TRUE.equals(settings.members().get("disabled"));
    }

    String apiKey() {
        return text("api_key", "");
    }

    /** Without a slash at its end. */
    String host() {
        return text("host", "https://eu.i.posthog.com").replaceFirst("/+$", "");
    }

    /** How long an answer about a feature holds. */
    Duration flagsKept() {
        return settings.members().get("feature_flags_cache_ttl") instanceof Number seconds
                ? Duration.ofSeconds(Math.max(0, seconds.longValue()))
                : Duration.ofMinutes(1);
    }

    private String text(String name, String fallback) {
        return settings.members().get(name) instanceof String text && !text.isBlank() ? text.strip() : fallback;
    }
}
