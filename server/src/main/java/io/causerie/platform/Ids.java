package io.causerie.platform;

import java.util.UUID;
import java.util.regex.Pattern;

/** Ids in paths: UUIDs in either case, with or without dashes. */
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
}
