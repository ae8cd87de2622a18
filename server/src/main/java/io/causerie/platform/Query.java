package io.causerie.platform;

import jakarta.servlet.http.HttpServletRequest;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Parameters of the address alone: a servlet's own parameters mix in the fields of a body (contract 01, section 4). */
public final class Query {

    private Query() {}

    /** One {@code name=value}, decoded; what is no percent-encoding stands for itself. */
    public record Parameter(String name, String value) {}

    /** The last value of that name; null when there is none. 400 when it holds a NUL character, which no database can look for. */
    public static @Nullable String last(HttpServletRequest request, String name) {
        if (request.getQueryString() == null) {
            return null;
        }
        var found = all(request).stream().filter(it -> it.name().equals(name)).toList();
        if (found.isEmpty()) {
            return null;
        }
        var value = found.getLast().value();
        if (value.indexOf('\0') >= 0) {
            throw ApiException.Invalid.field(name, Words.NUL.say());
        }
        return value;
    }

    /** Every parameter, as sent. */
    public static List<Parameter> all(HttpServletRequest request) {
        var query = request.getQueryString();
        return Arrays.stream(query == null ? new String[0] : query.split("&"))
                .filter(it -> !it.isEmpty())
                .map(it -> it.split("=", 2))
                .map(it -> new Parameter(decode(it[0]), it.length == 1 ? "" : decode(it[1])))
                .toList();
    }

    private static String decode(String text) {
        if (text.indexOf('%') < 0 && text.indexOf('+') < 0) {
            return text;
        }
        var source = text.getBytes(StandardCharsets.UTF_8);
        var bytes = new ByteArrayOutputStream(source.length);
        for (int i = 0; i < source.length; i++) {
            int escaped = source[i] == '%' ? escaped(source, i) : -1;
            bytes.write(escaped >= 0 ? escaped : source[i] == '+' ? ' ' : source[i]);
            i += escaped >= 0 ? 2 : 0;
        }
        return bytes.toString(StandardCharsets.UTF_8);
    }

    /** The byte that {@code %41} at that place stands for; negative when it is no encoding. */
    private static int escaped(byte[] source, int at) {
        if (at + 2 >= source.length) {
            return -1;
        }
        int high = Character.digit(source[at + 1], 16);
        int low = Character.digit(source[at + 2], 16);
        return high < 0 || low < 0 ? -1 : high << 4 | low;
    }
}
