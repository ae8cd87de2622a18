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

    private final Browsers browsers;
    private final CsrfCheck csrf;

    CallerGate(Browsers browsers, CsrfCheck csrf) {
        this.browsers = browsers;
        this.csrf = csrf;
    }

    @Override
    public void pass(Endpoint endpoint, HttpServletRequest request, HttpServletResponse response) {
        if (!endpoint.asks(CurrentUser.class) && !endpoint.asks(Caller.class)) {
            return;
        }
        if (browsers.seemsSignedIn(request)) {
            refuseForgery(request, response);
        }
        var user = browsers.recognise(request, response).user();
        if (user.isEmpty() && endpoint.demands(CurrentUser.class)) {
            throw new ApiException.Unauthenticated();
        }
    }

    /** Before the look-up, so that a forged request costs none; keys of anonymous sessions pass, as their requests are not checked. */
    private void refuseForgery(HttpServletRequest request, HttpServletResponse response) {
        csrf.refusal(request, response).ifPresent(reason -> {
            throw new ApiException.Forbidden("CSRF Failed: " + reason);
        });
    }
}
