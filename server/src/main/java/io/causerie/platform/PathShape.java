package io.causerie.platform;

/**
 * What can be seen of a path pattern without matching it: most of the many patterns that are tried for each request are not it, and matching costs more than the rest
 * of a short answer.
 *
 * @param start up to the first variable
 * @param end after the last one
 * @param segments how many, -1 for any number
 */
record PathShape(String start, String end, int segments) {

    static PathShape of(String pattern) {
        var nameless = pattern.replaceAll("\\{[^/*][^/]*}", "{}");
        if (nameless.isEmpty()) {
            return new PathShape("", "", -1);
        }
        if (firstWild(nameless) < nameless.length()) {
            return new PathShape(nameless.substring(0, firstOpen(nameless)), "", -1);
        }
        int open = nameless.indexOf('{');
        return open < 0
                ? new PathShape(nameless, nameless, segments(nameless))
                : new PathShape(
                        nameless.substring(0, open),
                        nameless.substring(nameless.lastIndexOf('}') + 1),
                        segments(nameless));
    }

    /** False only where the pattern cannot match. Escaped characters of the path may be anything. */
    boolean fits(String path) {
        return path.startsWith(start) && path.endsWith(end) && (segments < 0 || segments == segments(path))
                || path.indexOf('%') >= 0
                || path.indexOf(';') >= 0;
    }

    /** A pattern of this kind matches from the slash before it on, or not even that: {@code /x/**} is also {@code /x}. */
    private static int firstOpen(String pattern) {
        int open = pattern.indexOf('{');
        int first = firstWild(pattern);
        return Math.max(0, pattern.lastIndexOf('/', open < 0 ? first : Math.min(first, open)));
    }

    /** The pattern's length where there is none. */
    private static int firstWild(String pattern) {
        int at = 0;
        while (at < pattern.length() && "*?".indexOf(pattern.charAt(at)) < 0) {
            at++;
        }
        return at;
    }

    private static int segments(String path) {
        int count = 0;
        for (int at = path.indexOf('/'); at >= 0; at = path.indexOf('/', at + 1)) {
            count++;
        }
        return count;
    }
}
