package io.causerie.users;

import io.causerie.platform.ApiException;
import io.causerie.platform.Endpoint;
import io.causerie.platform.Gate;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Asks who calls, where an endpoint wants to know: CSRF check first, then 401 for nobody where somebody is needed (contract 01, sections 2, 7 and 8.3). */
@Component
@Order(Gate.CALLER)
class CallerGate implements Gate {

    private final SessionCallers callers;

    CallerGate(SessionCallers callers) {
        this.callers = callers;
    }

    @Override
    public void pass(Endpoint endpoint, HttpServletRequest request, HttpServletResponse response) {
        if (!endpoint.asks(CurrentUser.class) && !endpoint.asks(Caller.class)) {
            return;
        }
        if (callers.of(request, response).anonymous() && endpoint.demands(CurrentUser.class)) {
            throw new ApiException.Unauthenticated();
        }
    }
}
