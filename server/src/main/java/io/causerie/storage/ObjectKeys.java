package io.causerie.storage;

import java.util.List;
import java.util.stream.Stream;

/** What may be the key of an object, whatever the store: hostile ones are refused here, before any store sees them. */
final class ObjectKeys {

    private static final int LONGEST = 900;

    private ObjectKeys() {}

    /** The key's parts, none of which leads anywhere else; empty ones (a doubled slash) are no parts. {@link IllegalArgumentException} otherwise. */
    static List<String> parts(String key) {
        var parts = Stream.of(key.split("/")).filter(it -> !it.isEmpty()).toList();
        boolean printable = key.chars().allMatch(it -> it >= ' ' && it != '\\' && it != 0x7f);
        if (parts.isEmpty() || key.length() > LONGEST || key.endsWith("/") || !printable) {
            throw new IllegalArgumentException("not the key of an object");
        }
        // names with a leading dot are the stores' own: unpublished and half-written objects
        if (parts.contains(".") || parts.contains("..") || parts.getFirst().startsWith(".")) {
            throw new IllegalArgumentException("not the key of an object");
        }
        return parts;
    }
}
