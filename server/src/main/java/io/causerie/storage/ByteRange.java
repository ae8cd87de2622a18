package io.causerie.storage;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Some of an object's bytes: {@code length} from {@code from} on; none when the range asked for lies beyond its end. */
record ByteRange(long from, long length) {

    private static final Pattern ONE = Pattern.compile("\\s*bytes\\s*=\\s*(\\d{0,18})\\s*-\\s*(\\d{0,18})\\s*");

    boolean isEmpty() {
        return length == 0;
    }

    long last() {
        return from + length - 1;
    }

    /** Reads a {@code Range} header; null when it must be ignored: another unit, several ranges, or nonsense (RFC 9110, section 14.2). */
    static @Nullable ByteRange of(String header, long size) {
        var range = ONE.matcher(header);
        if (!range.matches() || range.group(1).isEmpty() && range.group(2).isEmpty()) {
            return null;
        }
        if (range.group(1).isEmpty()) {
            long suffix = Math.min(Long.parseLong(range.group(2)), size);
            return new ByteRange(size - suffix, suffix);
        }
        long from = Long.parseLong(range.group(1));
        long last = range.group(2).isEmpty() ? size - 1 : Math.min(Long.parseLong(range.group(2)), size - 1);
        if (!range.group(2).isEmpty() && Long.parseLong(range.group(2)) < from) {
            return null;
        }
        return from >= size ? new ByteRange(0, 0) : new ByteRange(from, last - from + 1);
    }
}
