package io.causerie.platform;

import jakarta.servlet.http.HttpServletRequest;
import java.math.BigInteger;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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
        return new Paging(request, size(Query.last(request, "page_size")));
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
        long number = number(Query.last(request, "page"), last);
        List<T> results = count == 0 ? List.of() : slice.read(size, (number - 1) * size);
        return new Page<>(
                count, number < last ? link(number + 1) : null, number > 1 ? link(number - 1) : null, results);
    }

    /**
     * The elements of one page.
     *
     * @param count how many there are on all pages; anything when there are none on this one
     */
    public record Counted<T>(long count, List<T> elements) {}

    /** Reads the elements of one page and counts all in the same statement. */
    @FunctionalInterface
    public interface CountedSlice<T> {
        Counted<T> read(int limit, long offset);
    }

    /** As {@link #page(long, Slice)}; {@code count} is asked only by who wants the last page and cannot know its number. */
    public <T> Page<T> page(LongSupplier count, CountedSlice<T> slice) {
        var asked = Query.last(request, "page");
        if ("last".equals(asked)) {
            return page(
                    count.getAsLong(),
                    (limit, offset) -> slice.read(limit, offset).elements());
        }
        long number = number(asked, Long.MAX_VALUE / size);
        var read = slice.read(size, (number - 1) * size);
        return page(read.elements().isEmpty() ? 0 : read.count(), (limit, offset) -> read.elements());
    }

    /** Whatever is larger than the largest, however long, counts as the largest. */
    private static int size(@Nullable String asked) {
        var digits = asked == null ? "" : asked.strip();
        if (!digits.matches("\\+?[0-9]+")) {
            return DEFAULT_SIZE;
        }
        var size = new BigInteger(digits);
        return size.signum() == 0
                ? DEFAULT_SIZE
                : size.min(BigInteger.valueOf(LARGEST_SIZE)).intValue();
    }

    private static long number(@Nullable String asked, long last) {
        if (asked == null || asked.isEmpty()) {
            return 1;
        }
        if (asked.equals("last")) {
            return last;
        }
        try {
            long number = Long.parseLong(asked.strip());
            if (number >= 1 && number <= last) {
                return number;
            }
        } catch (NumberFormatException e) {
            // told below, like a number out of range
        }
        throw new ApiException.NotFound(Words.INVALID_PAGE.say());
    }

    private String link(long page) {
        var others = Query.all(request).stream().filter(it -> !it.name().equals("page"));
        var own =
                page == 1 ? Stream.<Query.Parameter>of() : Stream.of(new Query.Parameter("page", String.valueOf(page)));
        var query = Stream.concat(others, own)
                .sorted(Comparator.comparing(Query.Parameter::name))
                .map(it -> encode(it.name()) + "=" + encode(it.value()))
                .collect(Collectors.joining("&"));
        return request.getRequestURL() + (query.isEmpty() ? "" : "?" + query);
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
