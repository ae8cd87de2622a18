package io.causerie.platform;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Parameters of the address alone: a servlet's own parameters mix in the fields of a multipart body (contract 01, section 4). */
public final class Query {

    private Query() {}

    /** The last value of that name; null when there is none, or it cannot be read. */
    public static @Nullable String last(HttpServletRequest request, String name) {
        var query = request.getQueryString();
        String found = null;
        for (var pair : query == null ? new String[0] : query.split("&")) {
            int equals = pair.indexOf('=');
            if (equals > 0 && name.equals(decode(pair.substring(0, equals)))) {
                found = decode(pair.substring(equals + 1));
            }
        }
        return found;
    }

    private static @Nullable String decode(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }
}
