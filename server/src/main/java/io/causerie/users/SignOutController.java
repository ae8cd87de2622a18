package io.causerie.users;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;

/** Signs browsers out, here and at the identity provider (contract 01, section 9.12). */
@Controller
class SignOutController {

    private static final String CALLBACK = "/api/v1.0/logout-callback/";

    /** Who leaves the provider's page half-way is still signed out here after this time. */
    private static final Duration GRACE = Duration.ofMinutes(5);

    private final Browsers browsers;
    private final Cookies cookies;
    private final Navigation navigation;
    private final Sessions sessions;
    private final ProviderRequests requests;

    SignOutController(
            Browsers browsers, Cookies cookies, Navigation navigation, Sessions sessions, ProviderRequests requests) {
        this.browsers = browsers;
        this.cookies = cookies;
        this.navigation = navigation;
        this.sessions = sessions;
        this.requests = requests;
    }

    @RequestMapping("/api/v1.0/logout/")
    void logout(HttpServletRequest request, HttpServletResponse response) {
        if (!navigation.mayGoOn(request, response, navigation.signOutMethods())) {
            return;
        }
        var browser = browsers.recognise(request, response);
        var session = browser.session();
        var idToken = browser.data().idToken();
        if (session == null || browser.owner() == null || idToken == null || !requests.maySignOut()) {
            end(browser, response);
            return;
        }
        var departure = requests.signOut(idToken, Navigation.absolute(request, CALLBACK));
        sessions.change(session, it -> it.withState(departure.state(), departure.pending()), GRACE);
        cookies.session(response, session.key());
        navigation.go(response, departure.url());
    }

    @RequestMapping(CALLBACK)
    void callback(HttpServletRequest request, HttpServletResponse response) {
        if (!navigation.mayGoOn(request, response, List.of("GET"))) {
            return;
        }
        var browser = browsers.recognise(request, response);
        var state = request.getParameter("state");
        if (browser.owner() == null || state == null || state.isEmpty()) {
            navigation.go(response, navigation.afterSignOut());
        } else if (leaves(browser.data(), state)) {
            end(browser, response);
        } else {
            navigation.suspicious(response);
        }
    }

    private static boolean leaves(SessionData data, String state) {
        var pending = data.oidcStates() == null ? null : data.oidcStates().get(state);
        return pending != null && pending.logout();
    }

    private void end(Browser browser, HttpServletResponse response) {
        if (browser.session() != null) {
            sessions.end(browser.session());
            cookies.forgetSession(response);
        }
        navigation.go(response, navigation.afterSignOut());
    }
}
