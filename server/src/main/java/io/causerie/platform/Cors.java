package io.causerie.platform;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;

/** Which other origins' pages may read answers, with the person's cookies (contract 01, section 10.4). */
@Component
class Cors {

    private static final String HEADERS =
            "accept, authorization, content-type, user-agent, x-csrftoken, x-requested-with";
    private static final String METHODS = "DELETE, GET, OPTIONS, PATCH, POST, PUT";

    private final boolean everyOrigin;
    private final Set<String> origins;
    private final List<Pattern> patterns;

    Cors(DoorProperties door, CauserieProperties causerie) {
        this.everyOrigin = door.corsAllOrigins() || causerie.development();
        this.origins = Set.copyOf(door.corsOrigins());
        this.patterns = door.corsOriginRegexes().stream().map(Pattern::compile).toList();
    }

    /** Lets the page read the answer, if its origin may; true when the request only asked for that and is answered. */
    boolean answer(HttpServletRequest request, HttpServletResponse response) {
        var origin = request.getHeader(HttpHeaders.ORIGIN);
        boolean preflight = request.getMethod().equals("OPTIONS")
                && request.getHeader(HttpHeaders.ACCESS_CONTROL_REQUEST_METHOD) != null;
        if (origin != null && allows(origin)) {
            response.setHeader(HttpHeaders.ACCESS_CONTROL_ALLOW_ORIGIN, origin);
            response.setHeader(HttpHeaders.ACCESS_CONTROL_ALLOW_CREDENTIALS, "true");
            if (response.getHeader(HttpHeaders.VARY) == null) {
                response.setHeader(HttpHeaders.VARY, "origin");
            }
            if (preflight) {
                response.setHeader(HttpHeaders.ACCESS_CONTROL_ALLOW_HEADERS, HEADERS);
                response.setHeader(HttpHeaders.ACCESS_CONTROL_ALLOW_METHODS, METHODS);
                response.setHeader(HttpHeaders.ACCESS_CONTROL_MAX_AGE, "86400");
            }
        }
        return preflight;
    }

    private boolean allows(String origin) {
        return everyOrigin
                || origins.contains(origin)
                || patterns.stream().anyMatch(it -> it.matcher(origin).lookingAt());
    }
}
