package io.causerie.users;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;

/** Reads and writes the session and CSRF cookies (contract 01, sections 8.1 and 8.2). */
@Component
class Cookies {

    static final String CSRF = "csrftoken";
    private static final int CSRF_AGE = 31_449_600;

    private final Deployment deployment;
    private final SessionProperties properties;
    private final Clock clock;

    Cookies(Deployment deployment, SessionProperties properties, Clock clock) {
        this.deployment = deployment;
        this.properties = properties;
        this.clock = clock;
    }

    Optional<String> session(HttpServletRequest request) {
        return value(request, deployment.sessionCookie());
    }

    Optional<String> csrf(HttpServletRequest request) {
        return value(request, CSRF);
    }

    /** Hands the key to the browser, for the whole age of a session. */
    void session(HttpServletResponse response, SessionKey key) {
        set(
                response,
                deployment.sessionCookie() + "=" + key.value() + expires(properties.age()) + "; HttpOnly"
                        + age(properties.age()));
    }

    /** Tells the browser to forget its session. */
    void forgetSession(HttpServletResponse response) {
        response.addHeader(
                HttpHeaders.SET_COOKIE,
                deployment.sessionCookie()
                        + "=\"\"; expires=Thu, 01 Jan 1970 00:00:00 GMT; Max-Age=0; Path=/; SameSite=Lax");
    }

    void freshCsrf(HttpServletResponse response) {
        set(response, CSRF + "=" + RandomText.of(Csrf.LENGTH) + expires(CSRF_AGE) + age(CSRF_AGE));
    }

    private void set(HttpServletResponse response, String cookie) {
        response.addHeader(HttpHeaders.SET_COOKIE, cookie + (deployment.secureCookies() ? "; Secure" : ""));
    }

    private String expires(int age) {
        Instant end = clock.instant().plusSeconds(age);
        return "; expires=" + DateTimeFormatter.RFC_1123_DATE_TIME.format(end.atOffset(ZoneOffset.UTC));
    }

    private static String age(int age) {
        return "; Max-Age=" + age + "; Path=/; SameSite=Lax";
    }

    private static Optional<String> value(HttpServletRequest request, String name) {
        Cookie[] cookies = request.getCookies();
        if (cookies != null) {
            for (var cookie : cookies) {
                if (cookie.getName().equals(name)) {
                    return Optional.of(cookie.getValue());
                }
            }
        }
        return Optional.empty();
    }
}
