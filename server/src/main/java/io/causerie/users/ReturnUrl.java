package io.causerie.users;

import java.util.Set;
import java.util.regex.Pattern;

/** Decides where a browser may be sent after sign-in: never to a stranger's site (contract 01, section 9.3). */
record ReturnUrl(String host, Set<String> otherHosts, boolean httpsOnly) {

    private static final Pattern SCHEME = Pattern.compile("([A-Za-z][A-Za-z0-9+.-]*):(.*)", Pattern.DOTALL);

    /** Whether {@code url} stays on this site or one the operator named, however a browser may read its backslashes. */
    boolean accepts(String url) {
        return url.chars().noneMatch(Character::isISOControl)
                && !url.isBlank()
                && stays(url.strip())
                && stays(url.strip().replace('\\', '/'));
    }

    private boolean stays(String url) {
        if (url.startsWith("//")) {
            return false;
        }
        var absolute = SCHEME.matcher(url);
        return !absolute.matches() || (mayUse(absolute.group(1)) && known(absolute.group(2)));
    }

    private boolean mayUse(String scheme) {
        return scheme.equalsIgnoreCase("https") || (!httpsOnly && scheme.equalsIgnoreCase("http"));
    }

    private boolean known(String afterScheme) {
        if (!afterScheme.startsWith("//")) {
            return false;
        }
        var authority = afterScheme.substring(2).split("[/?#]", 2)[0];
        return authority.equals(host) || otherHosts.contains(authority);
    }
}
