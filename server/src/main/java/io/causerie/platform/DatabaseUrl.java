package io.causerie.platform;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** {@code DATABASE_URL}, which replaces all {@code DB_*} (contract 01, section 22.2). */
final class DatabaseUrl {

    private static final Set<String> SCHEMES = Set.of("postgres", "postgresql", "psql", "pgsql");

    private DatabaseUrl() {}

    static boolean reads(String text) {
        try {
            return text.isEmpty() || !values(text).isEmpty();
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    /** The same in the variables that are read; {@link IllegalArgumentException} without a word of the text. */
    static Map<String, String> values(String text) {
        var url = parsed(text);
        if (!SCHEMES.contains(String.valueOf(url.getScheme())) || url.getHost() == null) {
            throw new IllegalArgumentException("no address of a PostgreSQL database");
        }
        var person = String.valueOf(url.getRawUserInfo() == null ? "" : url.getRawUserInfo())
                .split(":", 2);
        var values = new LinkedHashMap<String, String>();
        values.put("CAUSERIE_DATABASE_URL", jdbc(url));
        values.put("DB_USER", decoded(person[0]));
        values.put("DB_PASSWORD", person.length == 2 ? decoded(person[1]) : "");
        return values;
    }

    private static String jdbc(URI url) {
        return "jdbc:postgresql://" + url.getHost() + ":" + (url.getPort() < 0 ? 5432 : url.getPort())
                + url.getRawPath() + (url.getRawQuery() == null ? "" : "?" + url.getRawQuery());
    }

    private static URI parsed(String text) {
        try {
            return URI.create(text.strip());
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("no address");
        }
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
    }
}
