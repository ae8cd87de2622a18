package io.causerie.platform;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The one clock, and the one way instants are written (contract 01, section 4). */
@Configuration(proxyBeanMethods = false)
@CommandPart
public class Timestamps {

    private static final DateTimeFormatter SECONDS = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss'Z'");
    private static final DateTimeFormatter MICROS = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSS'Z'");

    /** Ticks in microseconds, as PostgreSQL stores them: an answer and a later read show the same text. */
    @Bean
    Clock clock() {
        return Clock.tick(Clock.systemUTC(), Duration.ofNanos(1000));
    }

    /** {@code 2026-03-04T05:06:00Z}, or with exactly six digits when there is a fraction. */
    public static String text(Instant instant) {
        var utc = instant.atOffset(ZoneOffset.UTC);
        return (utc.getNano() / 1000 == 0 ? SECONDS : MICROS).format(utc);
    }

    /** The form the PostgreSQL driver binds as {@code timestamptz}. */
    public static OffsetDateTime bound(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
