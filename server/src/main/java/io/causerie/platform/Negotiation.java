package io.causerie.platform;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.Collections;
import java.util.Locale;
import java.util.Set;

/** Whether a caller can be answered in JSON, the only form there is (contract 01, sections 1.3 and 4). */
final class Negotiation {

    /** Holds the format that the path asked for by a suffix. */
    static final String SUFFIX = Negotiation.class.getName() + ".SUFFIX";

    private static final Set<String> JSON = Set.of("application/json", "application/*", "*/*", "");

    private Negotiation() {}

    /** Returns if so; 404 for another format in the address, 406 for other types in {@code Accept}. */
    static void verify(HttpServletRequest request) {
        var format = request.getAttribute(SUFFIX) instanceof String suffix ? suffix : Query.last(request, "format");
        if (format != null && !format.isEmpty() && !format.equals("json")) {
            throw new ApiException.NotFound();
        }
        if (!acceptable(request)) {
            throw new ApiException.Refused(406, "Could not satisfy the request Accept header.");
        }
    }

    private static boolean acceptable(HttpServletRequest request) {
        var first = request.getHeader("Accept");
        if (first == null || JSON.contains(first)) {
            return true;
        }
        return Collections.list(request.getHeaders("Accept")).stream()
                .flatMap(it -> Arrays.stream(it.split(",")))
                .map(it -> it.split(";", 2)[0].strip().toLowerCase(Locale.ROOT))
                .anyMatch(JSON::contains);
    }
}
