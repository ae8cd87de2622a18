package io.causerie.users;

import io.causerie.users.SignInFailure.Failed;
import io.causerie.users.SignInFailure.Suspicious;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;

/** Sends browsers to the identity provider and takes them back (contract 01, sections 9.2 to 9.4). */
@Controller
class SignInController {

    private static final Logger log = LoggerFactory.getLogger(SignInController.class);
    private static final List<String> GET = List.of("GET");

    private final Browsers browsers;
    private final Cookies cookies;
    private final Navigation navigation;
    private final SignIn signIn;
    private final Sessions sessions;
    private final SignInProperties properties;

    SignInController(
            Browsers browsers,
            Cookies cookies,
            Navigation navigation,
            SignIn signIn,
            Sessions sessions,
            SignInProperties properties) {
        this.browsers = browsers;
        this.cookies = cookies;
        this.navigation = navigation;
        this.signIn = signIn;
        this.sessions = sessions;
        this.properties = properties;
    }

    @RequestMapping("/api/v1.0/authenticate/")
    void authenticate(HttpServletRequest request, HttpServletResponse response) {
        if (!navigation.mayGoOn(request, response, GET)) {
            return;
        }
        var browser = browsers.recognise(request, response);
        var attempt = new SignIn.Attempt(
                Navigation.absolute(request, SignIn.CALLBACK),
                safe(request, request.getParameter(properties.redirectFieldName())),
                "true".equalsIgnoreCase(request.getParameter("silent")),
                parameter(request, "login_hint"));
        try {
            var departure = signIn.begin(browser.session(), attempt);
            cookies.session(response, departure.session().key());
            navigation.go(response, departure.url());
        } catch (Failed e) {
            log.error("sign-in cannot begin: {}", e.reason());
            navigation.go(response, properties.afterFailure());
        }
    }

    @RequestMapping("/api/v1.0/callback/")
    void callback(HttpServletRequest request, HttpServletResponse response) {
        if (!navigation.mayGoOn(request, response, GET)) {
            return;
        }
        var browser = browsers.recognise(request, response);
        var error = parameter(request, "error");
        if (!error.isEmpty()) {
            refused(browser, error, parameter(request, "state"), response);
        } else if (parameter(request, "code").isEmpty()
                || parameter(request, "state").isEmpty()) {
            fail(browser, response);
        } else {
            returned(browser, request, response);
        }
    }

    /** The provider sends the browser back without a code. */
    private void refused(Browser browser, String error, String state, HttpServletResponse response) {
        var session = browser.session();
        boolean known = browser.data().knows(state);
        if (error.equals("login_required") && browser.data().silent()) {
            if (known) {
                goOn(browser, SessionData::notSilent, next(browser.data()), response);
            } else {
                navigation.suspicious(response);
            }
        } else if (known && session != null && browser.owner() != null) {
            // Only who holds a state of ours may sign the browser out: a link of another site does not.
            sessions.end(session);
            cookies.forgetSession(response);
            navigation.go(response, failure(browser.data()));
        } else if (known) {
            goOn(browser, it -> it.withoutState(state).notSilent(), failure(browser.data()), response);
        } else {
            fail(browser, response);
        }
    }

    /** The provider sends the browser back with a code. */
    private void returned(Browser browser, HttpServletRequest request, HttpServletResponse response) {
        var session = browser.session();
        var states = browser.data().oidcStates();
        if (session == null || states == null) {
            fail(browser, response);
            return;
        }
        var state = parameter(request, "state");
        var expected = states.get(state);
        var pending = expected == null || expected.logout()
                ? null
                : sessions.take(session, state).orElse(null);
        if (pending == null) {
            navigation.suspicious(response);
            return;
        }
        try {
            var arrival = signIn.complete(
                    browser, pending, parameter(request, "code"), Navigation.absolute(request, SignIn.CALLBACK));
            cookies.session(response, arrival.key());
            if (arrival.changed()) {
                cookies.freshCsrf(response);
            }
            navigation.go(response, next(browser.data()));
        } catch (Suspicious e) {
            log.warn("sign-in refused: {}", e.reason());
            cookies.session(response, session.key());
            navigation.suspicious(response);
        } catch (Failed e) {
            log.warn("sign-in failed: {}", e.reason());
            cookies.session(response, session.key());
            fail(browser, response);
        }
    }

    private void fail(Browser browser, HttpServletResponse response) {
        if (browser.data().silent()) {
            goOn(browser, SessionData::notSilent, failure(browser.data()), response);
        } else {
            navigation.go(response, failure(browser.data()));
        }
    }

    private void goOn(
            Browser browser,
            java.util.function.UnaryOperator<SessionData> change,
            String url,
            HttpServletResponse response) {
        var session = sessions.change(browser.session(), change);
        cookies.session(response, session.key());
        navigation.go(response, url);
    }

    private String next(SessionData data) {
        return data.next() == null ? properties.afterSignIn() : data.next();
    }

    /** A silent attempt never ends on the failure page. */
    private String failure(SessionData data) {
        return data.silent() ? next(data) : properties.afterFailure();
    }

    private @Nullable String safe(HttpServletRequest request, @Nullable String url) {
        var rule = new ReturnUrl(Navigation.host(request), properties.hosts(), properties.redirectRequireHttps());
        return url != null && rule.accepts(url) ? url : null;
    }

    private static String parameter(HttpServletRequest request, String name) {
        var value = request.getParameter(name);
        return value == null ? "" : value;
    }
}
