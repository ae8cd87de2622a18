package io.causerie.platform;

import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/** Ids in paths and bodies: UUIDs in either case, with or without dashes. */
public final class Ids {

    private static final Pattern FORM = Pattern.compile(
            "([0-9a-fA-F]{8})-?([0-9a-fA-F]{4})-?([0-9a-fA-F]{4})-?([0-9a-fA-F]{4})-?([0-9a-fA-F]{12})");

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
        var bare = without(without(without(text, "urn:"), "uuid:"), "{");
        bare = bare.endsWith("}") ? bare.substring(0, bare.length() - 1) : bare;
        long high = 0;
        long low = 0;
        int digits = 0;
        for (int i = 0; i < bare.length(); i++) {
            char c = bare.charAt(i);
            if (c == '-') {
                continue;
            }
            if (!HexFormat.isHexDigit(c) || ++digits > 32) {
                return Optional.empty();
            }
            high = high << 4 | low >>> 60;
            low = low << 4 | HexFormat.fromHexDigit(c);
        }
        return digits == 32 ? Optional.of(new UUID(high, low)) : Optional.empty();
    }

    private static String without(String text, String beginning) {
        return text.regionMatches(true, 0, beginning, 0, beginning.length())
                ? text.substring(beginning.length())
                : text;
    }
}
