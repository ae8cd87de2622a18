package io.causerie.platform;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Which page a caller asks for, and the links around it (contract 01, section 5). */
public final class Paging {

    private static final int DEFAULT_SIZE = 20;
    private static final int LARGEST_SIZE = 100;

    private final HttpServletRequest request;
    private final int size;

    private Paging(HttpServletRequest request, int size) {
        this.request = request;
        this.size = size;
    }

    /** Lists that honour {@code page_size}. */
    public static Paging sized(HttpServletRequest request) {
        return new Paging(request, size(request.getParameter("page_size")));
    }

    /** Lists that ignore {@code page_size}. */
    public static Paging fixed(HttpServletRequest request) {
        return new Paging(request, DEFAULT_SIZE);
    }

    /** How many elements a page has. */
    public int size() {
        return size;
    }

    /** Reads the elements of one page. */
    @FunctionalInterface
    public interface Slice<T> {
        List<T> read(int limit, long offset);
    }

    /** Builds the page; {@code 404 Invalid page.} when there is none of that number. */
    public <T> Page<T> page(long count, Slice<T> slice) {
        long last = Math.max(1, (count + size - 1) / size);
        long number = number(request.getParameter("page"), last);
        List<T> results = count == 0 ? List.of() : slice.read(size, (number - 1) * size);
        return new Page<>(
                count, number < last ? link(number + 1) : null, number > 1 ? link(number - 1) : null, results);
    }

    private static int size(@Nullable String asked) {
        try {
            int size = asked == null ? DEFAULT_SIZE : Integer.parseInt(asked);
            return size < 1 ? DEFAULT_SIZE : Math.min(size, LARGEST_SIZE);
        } catch (NumberFormatException e) {
            return DEFAULT_SIZE;
        }
    }

    private static long number(@Nullable String asked, long last) {
        if (asked == null || asked.isEmpty()) {
            return 1;
        }
        if (asked.equals("last")) {
            return last;
        }
        try {
            long number = Long.parseLong(asked);
            if (number >= 1 && number <= last) {
                return number;
            }
        } catch (NumberFormatException e) {
            // told below, like a number out of range
        }
        throw new ApiException.NotFound("Invalid page.");
    }

    private String link(long page) {
        var parameters = new TreeMap<String, String[]>(request.getParameterMap());
        parameters.put("page", new String[] {String.valueOf(page)});
        if (page == 1) {
            parameters.remove("page");
        }
        var query = parameters.entrySet().stream()
                .flatMap(it -> List.of(it.getValue()).stream().map(value -> encode(it.getKey()) + "=" + encode(value)))
                .collect(Collectors.joining("&"));
        return request.getRequestURL() + (query.isEmpty() ? "" : "?" + query);
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
