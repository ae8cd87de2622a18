package io.causerie.users;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;

/** Refuses unsafe requests that another site may have made a browser send (contract 01, section 8.3); costs no SQL. */
@Component
class CsrfCheck {

    private static final Set<String> SAFE = Set.of("GET", "HEAD", "OPTIONS", "TRACE");
    private static final String HEADER = "X-CSRFToken";
    private static final String FIELD = "csrfmiddlewaretoken";

    private final Cookies cookies;
    private final List<String> trusted;

    CsrfCheck(Cookies cookies, Deployment deployment, SessionProperties properties) {
        this.cookies = cookies;
        this.trusted = deployment.trustedOrigins(properties.csrfTrustedOrigins());
    }

    /** Why the request is refused, or empty. */
    Optional<String> refusal(HttpServletRequest request, HttpServletResponse response) {
        if (SAFE.contains(request.getMethod())) {
            return Optional.empty();
        }
        var place = place(request);
        return Optional.ofNullable(place != null ? place : token(request, response));
    }

    private @Nullable String place(HttpServletRequest request) {
        var origin = request.getHeader(HttpHeaders.ORIGIN);
        if (origin != null) {
            boolean known = origin.equals(request.getScheme() + "://" + host(request)) || trusts(origin);
            return known ? null : "Origin checking failed - " + origin + " does not match any trusted origins.";
        }
        return request.isSecure() ? referer(request) : null;
    }

    private @Nullable String referer(HttpServletRequest request) {
        var referer = request.getHeader(HttpHeaders.REFERER);
        if (referer == null) {
            return "Referer checking failed - no Referer.";
        }
        var url = parsed(referer);
        if (url == null || url.getScheme() == null || url.getRawAuthority() == null) {
            return "Referer checking failed - Referer is malformed.";
        }
        if (!url.getScheme().equalsIgnoreCase("https")) {
            return "Referer checking failed - Referer is insecure while host is secure.";
        }
        boolean known = url.getRawAuthority().equals(host(request)) || trusts("https://" + url.getRawAuthority());
        return known ? null : "Referer checking failed - " + referer + " does not match any trusted origins.";
    }

    private @Nullable String token(HttpServletRequest request, HttpServletResponse response) {
        var cookie = cookies.csrf(request).orElse(null);
        if (cookie == null) {
            return "CSRF cookie not set.";
        }
        if (cookie.length() != Csrf.LENGTH || !Csrf.wellFormed(cookie)) {
            cookies.freshCsrf(response);
            return cookie.length() != Csrf.LENGTH
                    ? "CSRF cookie has incorrect length."
                    : "CSRF cookie has invalid characters.";
        }
        var header = request.getHeader(HEADER);
        var source = header == null ? "POST" : "the 'X-Csrftoken' HTTP header";
        var token = header == null ? field(request) : header;
        return token == null ? "CSRF token missing." : fault(token, cookie, "CSRF token from " + source);
    }

    private static @Nullable String fault(String token, String cookie, String subject) {
        if (token.length() != Csrf.LENGTH && token.length() != 2 * Csrf.LENGTH) {
            return subject + " has incorrect length.";
        }
        if (!Csrf.wellFormed(token)) {
            return subject + " has invalid characters.";
        }
        return Csrf.matches(token, cookie) ? null : subject + " incorrect.";
    }

    private static @Nullable String field(HttpServletRequest request) {
        var type = String.valueOf(request.getContentType()).toLowerCase(Locale.ROOT);
        boolean form = type.startsWith("application/x-www-form-urlencoded") || type.startsWith("multipart/form-data");
        return form && request.getMethod().equals("POST") ? request.getParameter(FIELD) : null;
    }

    private boolean trusts(String origin) {
        return trusted.stream().anyMatch(it -> covers(it, origin));
    }

    private static boolean covers(String trusted, String origin) {
        int wildcard = trusted.indexOf("://*.");
        if (wildcard < 0) {
            return trusted.equals(origin);
        }
        var scheme = trusted.substring(0, wildcard + 3);
        var domain = trusted.substring(wildcard + 5);
        return origin.equals(scheme + domain) || (origin.startsWith(scheme) && origin.endsWith("." + domain));
    }

    private static @Nullable URI parsed(String url) {
        try {
            return URI.create(url);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    private static String host(HttpServletRequest request) {
        return String.valueOf(request.getHeader(HttpHeaders.HOST));
    }
}
