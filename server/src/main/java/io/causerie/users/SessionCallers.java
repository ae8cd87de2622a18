package io.causerie.users;

import io.causerie.platform.ApiException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.stereotype.Component;

/** Recognises the session of a request, after the CSRF check (contract 01, section 8.3); for endpoints that need it only sometimes. */
@Component
public class SessionCallers {

    private final Browsers browsers;
    private final CsrfCheck csrf;

    SessionCallers(Browsers browsers, CsrfCheck csrf) {
        this.browsers = browsers;
        this.csrf = csrf;
    }

    /** Whoever sends the request; the 403 of one that somebody else made the browser send. */
    public Caller of(HttpServletRequest request, HttpServletResponse response) {
        if (browsers.seemsSignedIn(request)) {
            refuseForgery(request, response);
        }
        return new Caller(browsers.recognise(request, response).user().orElse(null));
    }

    /** Before the look-up, so that a forged request costs none; keys of anonymous sessions pass, as their requests are not checked. */
    private void refuseForgery(HttpServletRequest request, HttpServletResponse response) {
        csrf.refusal(request, response).ifPresent(reason -> {
            throw new ApiException.Forbidden("CSRF Failed: " + reason);
        });
    }
}
