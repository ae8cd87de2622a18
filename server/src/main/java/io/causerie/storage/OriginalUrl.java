package io.causerie.storage;

import java.util.Optional;
import java.util.regex.Pattern;

/** The address a proxy asks about: an absolute URL or a path (contract 04, section 15.2). */
final class OriginalUrl {

    private static final Pattern PARTS = Pattern.compile(
            "(?:[A-Za-z][A-Za-z0-9+.-]*:)?(?://(?<authority>[^/?#]*))?(?<path>[^?#]*)(?:\\?[^#]*)?(?:#.*)?",
            Pattern.DOTALL);

    private OriginalUrl() {}

    /** Its path, not decoded; empty when it is no URL. */
    static Optional<String> path(String url) {
        var parts = PARTS.matcher(url);
        if (!parts.matches()) {
            return Optional.empty();
        }
        var authority = parts.group("authority");
        boolean broken = authority != null && authority.contains("[") != authority.contains("]");
        return broken ? Optional.empty() : Optional.of(parts.group("path"));
    }
}
