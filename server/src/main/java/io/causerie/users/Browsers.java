package io.causerie.users;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Recognises the browser behind a request, once: one cookie, one look-up, nothing for those who come without (contract 01, section 8.1). */
@Component
class Browsers {

    private static final String ATTRIBUTE = Browser.class.getName();

    private final Cookies cookies;
    private final Sessions sessions;

    Browsers(Cookies cookies, Sessions sessions) {
        this.cookies = cookies;
        this.sessions = sessions;
    }

    /** Tells the browser to forget a key that stands for nothing; a database that does not answer is an error, not an unknown key. */
    Browser recognise(HttpServletRequest request, HttpServletResponse response) {
        if (request.getAttribute(ATTRIBUTE) instanceof Browser known) {
            return known;
        }
        var cookie = cookies.session(request);
        var browser = cookie.flatMap(SessionKey::of).flatMap(sessions::find);
        if (cookie.isPresent() && browser.isEmpty()) {
            cookies.forgetSession(response);
        }
        return remember(request, browser);
    }

    /** Whether the request brings the key of a signed-in browser, as far as the key itself tells: asks nobody. */
    boolean seemsSignedIn(HttpServletRequest request) {
        return cookies.session(request)
                .flatMap(SessionKey::of)
                .filter(SessionKey::ofSignedIn)
                .isPresent();
    }

    /** What {@link #recognise} has found before; empty when nobody has asked. */
    static Optional<Browser> recognised(HttpServletRequest request) {
        return Optional.ofNullable((Browser) request.getAttribute(ATTRIBUTE));
    }

    private static Browser remember(HttpServletRequest request, Optional<Browser> browser) {
        var recognised = browser.orElse(Browser.UNKNOWN);
        request.setAttribute(ATTRIBUTE, recognised);
        return recognised;
    }
}
