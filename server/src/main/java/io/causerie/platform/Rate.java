package io.causerie.platform;

import java.time.Duration;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * So many requests in so much time (contract 01, section 14).
 *
 * @param requests none are let through when it is 0
 */
record Rate(int requests, Duration period) {

    private static final Pattern FORM = Pattern.compile("\\s*(\\d{1,9})\\s*/\\s*([smhd]).*", Pattern.DOTALL);

    /** Reads {@code 30/minute}, of whose period only the first letter counts; empty for anything else. */
    static Optional<Rate> of(String text) {
        var parts = FORM.matcher(text);
        if (!parts.matches()) {
            return Optional.empty();
        }
        var period = switch (parts.group(2)) {
            case "s" -> Duration.ofSeconds(1);
            case "m" -> Duration.ofMinutes(1);
            case "h" -> Duration.ofHours(1);
            default -> Duration.ofDays(1);
        };
        return Optional.of(new Rate(Integer.parseInt(parts.group(1)), period));
    }
}
