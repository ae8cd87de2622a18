package io.causerie.platform;

import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/** Ids in paths and bodies: UUIDs in either case, with or without dashes. */
public final class Ids {

    private static final Pattern FORM = Pattern.compile(
            "([0-9a-fA-F]{8})-?([0-9a-fA-F]{4})-?([0-9a-fA-F]{4})-?([0-9a-fA-F]{4})-?([0-9a-fA-F]{12})");

    private static final Pattern HEXADECIMAL = Pattern.compile("[0-9a-fA-F]{32}");

    private Ids() {}

    /** The id; the contract's 404 for a text that is none. */
    public static UUID of(String text) {
        var parts = FORM.matcher(text);
        if (!parts.matches()) {
            throw new ApiException.NotFound();
        }
        return UUID.fromString(parts.replaceFirst("$1-$2-$3-$4-$5"));
    }

    /** An id, its dashes optional and anywhere, braces and {@code urn:uuid:} allowed (contract 03, section 5.1); empty when the text is none. */
    public static Optional<UUID> lenient(String text) {
        var bare = text.replaceFirst("^(?i:urn:)?(?i:uuid:)?\\{?", "").replaceFirst("\\}$", "");
        var digits = bare.replace("-", "");
        if (!HEXADECIMAL.matcher(digits).matches()) {
            return Optional.empty();
        }
        return Optional.of(new UUID(
                Long.parseUnsignedLong(digits.substring(0, 16), 16), Long.parseUnsignedLong(digits.substring(16), 16)));
    }
}
