package io.causerie.platform;

import io.causerie.platform.Throttles.Bucket;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Counts the requests of endpoints that are {@link Throttled}: by person, address or cookie, as the scope has it (contract 01, section 14). */
@Component
@Order(Gate.THROTTLE)
class ThrottleGate implements Gate {

    /** What is remembered of a cookie: a flood of long ones must not fill the memory. */
    private static final int LONGEST_COOKIE = 64;

    private final Throttles throttles;
    private final Callers callers;
    private final ThrottleProperties properties;
    private final Map<Endpoint, List<ThrottleScope>> scopes = new ConcurrentHashMap<>();

    ThrottleGate(Throttles throttles, Callers callers, ThrottleProperties properties) {
        this.throttles = throttles;
        this.callers = callers;
        this.properties = properties;
    }

    @Override
    public void pass(Endpoint endpoint, HttpServletRequest request, HttpServletResponse response) {
        var known = scopes.get(endpoint);
        var counted = known == null ? scopes.computeIfAbsent(endpoint, ThrottleGate::scopes) : known;
        if (!counted.isEmpty()) {
            var buckets = new ArrayList<Bucket>(counted.size());
            for (var scope : counted) {
                bucket(scope, request).ifPresent(buckets::add);
            }
            throttles.admit(buckets);
        }
    }

    private static List<ThrottleScope> scopes(Endpoint endpoint) {
        return endpoint.annotation(Throttled.class)
                .map(it -> List.of(it.value()))
                .orElse(List.of());
    }

    private Optional<Bucket> bucket(ThrottleScope scope, HttpServletRequest request) {
        var caller = callers.name(request);
        var name = switch (scope.bucket(caller.isPresent())) {
            case CALLER -> caller;
            case ADDRESS -> Optional.of(ClientAddress.of(request));
            case LOBBY_COOKIE -> cookie(request);
            case ALL -> Optional.of("all");
            case NONE -> Optional.<String>empty();
        };
        return name.map(it -> new Bucket(scope, caller.isPresent() ? "user " + it : it));
    }

    private Optional<String> cookie(HttpServletRequest request) {
        var cookies = request.getCookies();
        if (cookies != null) {
            for (var cookie : cookies) {
                if (cookie.getName().equals(properties.lobbyCookie()) && cookie.getValue() != null) {
                    var value = cookie.getValue();
                    return Optional.of(value.substring(0, Math.min(value.length(), LONGEST_COOKIE)));
                }
            }
        }
        return Optional.empty();
    }
}
