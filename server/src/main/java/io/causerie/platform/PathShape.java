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

    /** False only where the pattern cannot match a path without escaped characters and parameters, whose segments are counted. */
    boolean fits(String path, int count) {
        return (segments < 0 || segments == count) && path.startsWith(start) && path.endsWith(end);
    }

    /** The {@link #tail(String)} of every path that fits; empty if they differ. */
    String tail() {
        int at = segments < 0 ? -1 : end.lastIndexOf('/', end.length() - 2);
        return at < 0 ? "" : end.substring(at);
    }

    /** The last segment of a path, with its slashes. */
    static String tail(String path) {
        return path.substring(Math.max(0, path.lastIndexOf('/', path.length() - 2)));
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

    /** How many a path has, or a pattern that is not open. */
    static int segments(String path) {
        int count = 0;
        for (int at = path.indexOf('/'); at >= 0; at = path.indexOf('/', at + 1)) {
            count++;
        }
        return count;
    }
}
