package io.causerie.platform;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** The response headers of everything (contract 01, section 10.3); pages of the web client replace what they must. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 10)
class SecurityHeaders extends HttpFilter {

    private final RequestLanguage language;

    SecurityHeaders(RequestLanguage language) {
        this.language = language;
    }

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("Referrer-Policy", "same-origin");
        if (api(request.getRequestURI())) {
            response.setHeader("X-Frame-Options", "DENY");
            response.setHeader("Cross-Origin-Opener-Policy", "same-origin");
            response.setHeader("Cache-Control", "no-store");
            response.setHeader("Content-Language", language.tag(request));
            response.setHeader("Vary", "origin, Accept-Language, Cookie");
        }
        chain.doFilter(request, response);
    }

    private static boolean api(String path) {
        return path.startsWith("/api/") || path.startsWith("/external-api/");
    }
}
