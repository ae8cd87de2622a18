package io.causerie.storage;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Some of an object's bytes: {@code length} from {@code from} on. */
record ByteRange(long from, long length) {

    /** More parts than any player asks for: a request with more is answered whole (RFC 9110, section 14.2). */
    private static final int MOST = 16;

    private static final Pattern SET = Pattern.compile("\\s*bytes\\s*=(.*)");
    private static final Pattern ONE = Pattern.compile("\\s*(\\d{0,18})\\s*-\\s*(\\d{0,18})\\s*");

    long last() {
        return from + length - 1;
    }

    /**
     * Reads a {@code Range} header. Null when it must be ignored: another unit, nonsense, too many ranges, or ranges that together ask for more than the
     * object; empty when all of them lie beyond its end.
     */
    static @Nullable List<ByteRange> of(String header, long size) {
        var set = SET.matcher(header);
        if (!set.matches()) {
            return null;
        }
        var ranges = new ArrayList<ByteRange>();
        var parts = set.group(1).split(",", -1);
        for (var part : parts) {
            if (part.isBlank() && parts.length > 1) {
                continue; // lists may have empty members
            }
            if (!add(part, size, ranges)) {
                return null;
            }
        }
        boolean greedy = ranges.size() > MOST
                || ranges.stream().mapToLong(ByteRange::length).sum() > size;
        return greedy && ranges.size() > 1 ? null : ranges;
    }

    /** Adds the range unless it lies beyond the end; false when it is nonsense. */
    private static boolean add(String part, long size, List<ByteRange> ranges) {
        var range = ONE.matcher(part);
        if (!range.matches() || range.group(1).isEmpty() && range.group(2).isEmpty()) {
            return false;
        }
        if (range.group(1).isEmpty()) {
            long suffix = Math.min(Long.parseLong(range.group(2)), size);
            return suffix == 0 || ranges.add(new ByteRange(size - suffix, suffix));
        }
        long from = Long.parseLong(range.group(1));
        if (!range.group(2).isEmpty() && Long.parseLong(range.group(2)) < from) {
            return false;
        }
        long last = range.group(2).isEmpty() ? size - 1 : Math.min(Long.parseLong(range.group(2)), size - 1);
        return from >= size || ranges.add(new ByteRange(from, last - from + 1));
    }
}
