package io.causerie.livekit;

import java.time.Duration;
import java.time.temporal.ChronoUnit;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.boot.convert.DurationUnit;

/**
 * Tokens people enter meetings with.
 *
 * @param life within which one must have entered; LiveKit renews the token of whoever is in
 * @param roomAdmin whether the tokens of administrators and owners let them moderate at LiveKit itself, and go on doing so when they are none any more
 */
@ConfigurationProperties("causerie.tokens")
record TokenProperties(
        @DefaultValue("21600") @DurationUnit(ChronoUnit.SECONDS)
        Duration life,

        @DefaultValue("true") boolean roomAdmin) {}
