package io.causerie.users;

import io.causerie.platform.HtmlPages;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;

/** What the sign-in endpoints have in common: they are visited by browsers, and answer with redirects or a short page (contract 01, section 9). */
@Component
class Navigation {

    private final CsrfCheck csrf;

    private final SignInProperties properties;
    private final Set<String> hosts;

    Navigation(CsrfCheck csrf, SignInProperties properties) {
        this.csrf = csrf;
        this.properties = properties;
        this.hosts = properties.hosts();
    }

    List<String> signOutMethods() {
        return properties.logoutByGet() ? List.of("GET", "POST") : List.of("POST");
    }

    /** Where the request wants to return to, if that is safe. */
    @Nullable
    String safe(HttpServletRequest request) {
        var url = request.getParameter(properties.redirectFieldName());
        var rule = new ReturnUrl(host(request), hosts, properties.redirectRequireHttps());
        return url != null && rule.accepts(url) ? url : null;
    }

    String afterSignIn(SessionData data) {
        return data.next() == null ? properties.afterSignIn() : data.next();
    }

    /** A silent attempt never ends on the failure page. */
    String afterFailure(SessionData data) {
        return data.silent() ? afterSignIn(data) : properties.afterFailure();
    }

    String afterFailure() {
        return properties.afterFailure();
    }

    String afterSignOut() {
        return properties.afterSignOut();
    }

    /** Whether the request's method is allowed and nobody forged it; otherwise the answer is already written. */
    boolean mayGoOn(HttpServletRequest request, HttpServletResponse response, List<String> methods) {
        if (csrf.refusal(request, response).isPresent()) {
            page(response, 403, "Forbidden (403)");
            return false;
        }
        if (!methods.contains(request.getMethod())) {
            response.setStatus(405);
            response.setHeader(HttpHeaders.ALLOW, String.join(", ", methods));
            return false;
        }
        return true;
    }

    void go(HttpServletResponse response, String url) {
        response.setStatus(302);
        response.setHeader(HttpHeaders.LOCATION, ascii(url));
    }

    void suspicious(HttpServletResponse response) {
        page(response, 400, "Bad Request (400)");
    }

    /** An absolute address of ours, as this request's browser knows us. */
    static String absolute(HttpServletRequest request, String path) {
        return request.getScheme() + "://" + host(request) + path;
    }

    static String host(HttpServletRequest request) {
        var host = request.getHeader(HttpHeaders.HOST);
        return host == null ? "" : host;
    }

    private static void page(HttpServletResponse response, int status, String title) {
        response.setStatus(status);
        response.setContentType("text/html;charset=utf-8");
        try {
            response.getOutputStream().write(HtmlPages.error(title).getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Header values are ASCII: everything else is percent-encoded, as a browser would. */
    private static String ascii(String url) {
        var out = new StringBuilder();
        for (byte b : url.getBytes(StandardCharsets.UTF_8)) {
            if (b > ' ' && b < 127) {
                out.append((char) b);
            } else {
                out.append('%').append(String.format(Locale.ROOT, "%02X", b));
            }
        }
        return out.toString();
    }
}
