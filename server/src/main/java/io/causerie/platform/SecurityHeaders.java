package io.causerie.platform;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.springframework.stereotype.Component;

/** The response headers of everything (contract 01, section 10.3); pages of the web client choose who may embed them, and bring their own. */
@Component
class SecurityHeaders {

    private static final List<String> OURS =
            List.of("/api/", "/external-api/", "/admin", "/static/", "/media/", "/jwks", "/__");

    private final RequestLanguage language;

    SecurityHeaders(RequestLanguage language) {
        this.language = language;
    }

    void write(HttpServletRequest request, HttpServletResponse response) {
        if (ours(request.getRequestURI())) {
            response.setHeader("X-Frame-Options", "DENY");
            response.setHeader("Cross-Origin-Opener-Policy", "same-origin");
            response.setHeader("Cache-Control", "no-store");
            response.setHeader("Content-Language", language.tag(request));
            response.setHeader("Vary", "origin, Accept-Language, Cookie");
        }
    }

    private static boolean ours(String path) {
        for (var start : OURS) {
            if (path.startsWith(start)) {
                return true;
            }
        }
        return false;
    }
}
