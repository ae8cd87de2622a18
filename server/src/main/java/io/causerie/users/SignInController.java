package io.causerie.users;

import io.causerie.users.SignInFailure.Failed;
import io.causerie.users.SignInFailure.Suspicious;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.function.UnaryOperator;
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

    SignInController(Browsers browsers, Cookies cookies, Navigation navigation, SignIn signIn, Sessions sessions) {
        this.browsers = browsers;
        this.cookies = cookies;
        this.navigation = navigation;
        this.signIn = signIn;
        this.sessions = sessions;
    }

    @RequestMapping("/api/v1.0/authenticate/")
    void authenticate(HttpServletRequest request, HttpServletResponse response) {
        if (!navigation.mayGoOn(request, response, GET)) {
            return;
        }
        var browser = browsers.recognise(request, response);
        var attempt = new ProviderRequests.Attempt(
                Navigation.absolute(request, SignIn.CALLBACK),
                navigation.safe(request),
                "true".equalsIgnoreCase(request.getParameter("silent")),
                parameter(request, "login_hint"));
        try {
            var departure = signIn.begin(browser.session(), attempt);
            cookies.session(response, departure.session().key());
            navigation.go(response, departure.url());
        } catch (Failed e) {
            log.error("sign-in cannot begin: {}", e.reason());
            navigation.go(response, navigation.afterFailure());
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
                goOn(browser, SessionData::notSilent, navigation.afterSignIn(browser.data()), response);
            } else {
                navigation.suspicious(response);
            }
        } else if (known && session != null && browser.owner() != null) {
            // Only who holds a state of ours may sign the browser out: a link of another site does not.
            sessions.end(session);
            cookies.forgetSession(response);
            navigation.go(response, navigation.afterFailure(browser.data()));
        } else if (known) {
            goOn(browser, it -> it.withoutState(state).notSilent(), navigation.afterFailure(browser.data()), response);
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
            navigation.go(response, navigation.afterSignIn(browser.data()));
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
            goOn(browser, SessionData::notSilent, navigation.afterFailure(browser.data()), response);
        } else {
            navigation.go(response, navigation.afterFailure(browser.data()));
        }
    }

    private void goOn(Browser browser, UnaryOperator<SessionData> change, String url, HttpServletResponse response) {
        var session = sessions.change(browser.session(), change);
        cookies.session(response, session.key());
        navigation.go(response, url);
    }

    private static String parameter(HttpServletRequest request, String name) {
        var value = request.getParameter(name);
        return value == null ? "" : value;
    }
}
