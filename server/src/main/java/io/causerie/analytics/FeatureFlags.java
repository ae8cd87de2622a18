package io.causerie.analytics;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the analytics service has switched on for whom (contract 05, sections 6.2 and 6.3): off without one, and when it does not say. */
@Component
public class FeatureFlags {

    private static final Logger log = LoggerFactory.getLogger(FeatureFlags.class);
    private static final Duration PATIENCE = Duration.ofSeconds(3);
    private static final int TRIES = 2;
    private static final int MOST = 10_000;
    private static final String SUMMARY = "summary-enabled";

    private final AnalyticsProperties properties;
    private final Captures captures;
    private final PostHog postHog;
    private final JsonMapper json;
    private final Clock clock;
    private final Map<UUID, Known> known = new ConcurrentHashMap<>();

    FeatureFlags(AnalyticsProperties properties, Captures captures, PostHog postHog, JsonMapper json, Clock clock) {
        this.properties = properties;
        this.captures = captures;
        this.postHog = postHog;
        this.json = json;
        this.clock = clock;
    }

    private record Known(boolean on, Instant until) {}

    /** Whether a summary is to be written of what that person recorded. Asks the service, so hold no connection. */
    public boolean summary(UUID user) {
        if (!properties.on()) {
            return false;
        }
        var now = clock.instant();
        var before = known.get(user);
        return before != null && before.until().isAfter(now)
                ? before.on()
                : ask(user).map(it -> remember(user, it, now)).orElse(false);
    }

    private boolean remember(UUID user, boolean on, Instant now) {
        if (known.size() >= MOST) {
            known.clear();
        }
        known.put(user, new Known(on, now.plus(properties.flagsKept())));
        captures.add(
                "$feature_flag_called",
                user.toString(),
                Map.of("$feature_flag", SUMMARY, "$feature_flag_response", on));
        return on;
    }

    /** Empty when the service does not say. */
    private Optional<Boolean> ask(UUID user) {
        for (int i = 0; i < TRIES; i++) {
            try {
                var answer = postHog.post("/flags/?v=2", question(user), PATIENCE);
                if (answer.statusCode() == 200) {
                    return Optional.of(
                            on(json.readTree(answer.body()).path("flags").path(SUMMARY)));
                }
                log.warn("feature flags are not told: status {}", answer.statusCode());
            } catch (IOException | IllegalArgumentException | JacksonException e) {
                log.warn("feature flags are not told: {}", e.getClass().getSimpleName());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return Optional.empty();
            }
        }
        return Optional.empty();
    }

    /** A flag of several variants is not true, whichever it is. */
    private static boolean on(JsonNode flag) {
        var variant = flag.path("variant");
        return flag.path("enabled").asBoolean(false) && (variant.isMissingNode() || variant.isNull());
    }

    private Map<String, Object> question(UUID user) {
        return Map.of(
                "api_key", properties.apiKey(),
                "distinct_id", user.toString(),
                "groups", Map.of(),
                "person_properties", Map.of(),
                "group_properties", Map.of(),
                "geoip_disable", true);
    }
}
