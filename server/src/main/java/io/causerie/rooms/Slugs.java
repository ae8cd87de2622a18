package io.causerie.rooms;

import io.causerie.platform.Ids;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/** Names as parts of addresses, and ids in any spelling (contract 03, sections 3.1 and 5.1). */
final class Slugs {

    /** What an address can hold, and the database column. */
    static final int LONGEST = 100;

    private static final Pattern NOT_ASCII = Pattern.compile("[^\\x00-\\x7f]");
    private static final Pattern NOT_WORD = Pattern.compile("[^a-z0-9_\\s\\x1c-\\x1f-]");
    private static final Pattern GAPS = Pattern.compile("[\\s\\x1c-\\x1f-]+");
    private static final Pattern ENDS = Pattern.compile("^[-_]+|[-_]+$");

    private Slugs() {}

    /** The slug of a name; empty when the name has no ASCII letter or digit. */
    static String of(String name) {
        var ascii = NOT_ASCII
                .matcher(Normalizer.normalize(name, Normalizer.Form.NFKD))
                .replaceAll("");
        var words = NOT_WORD.matcher(ascii.toLowerCase(Locale.ROOT)).replaceAll("");
        return ENDS.matcher(GAPS.matcher(words).replaceAll("-")).replaceAll("");
    }

    /** An id, its dashes optional and anywhere, braces and {@code urn:uuid:} allowed; empty when the text is none. */
    static Optional<UUID> id(String text) {
        return Ids.lenient(text);
    }
}
