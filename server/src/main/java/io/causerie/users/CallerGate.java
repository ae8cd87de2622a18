package io.causerie.users;

import io.causerie.platform.ApiException;
import io.causerie.platform.Endpoint;
import io.causerie.platform.Gate;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Asks who calls, where an endpoint wants to know: CSRF check first, then 401 for nobody where somebody is needed (contract 01, sections 2, 7 and 8.3). */
@Component
@Order(Gate.CALLER)
class CallerGate implements Gate {

    /** What an endpoint wants to know of who calls. */
    private enum Need {
        NOTHING,
        ANYBODY,
        SOMEBODY
    }

    private final SessionCallers callers;
    private final Map<Endpoint, Need> needs = new ConcurrentHashMap<>();

    CallerGate(SessionCallers callers) {
        this.callers = callers;
    }

    @Override
    public void pass(Endpoint endpoint, HttpServletRequest request, HttpServletResponse response) {
        var known = needs.get(endpoint);
        var need = known == null ? needs.computeIfAbsent(endpoint, CallerGate::need) : known;
        if (need != Need.NOTHING && callers.of(request, response).anonymous() && need == Need.SOMEBODY) {
            throw new ApiException.Unauthenticated();
        }
    }

    private static Need need(Endpoint endpoint) {
        if (endpoint.demands(CurrentUser.class)) {
            return Need.SOMEBODY;
        }
        return endpoint.asks(CurrentUser.class) || endpoint.asks(Caller.class) ? Need.ANYBODY : Need.NOTHING;
    }
}
