package io.causerie.users;

import jakarta.servlet.http.HttpServletRequest;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The identity provider itself, not a browser, says that somebody signed out there (contract 01, section 9.13). */
@RestController
class BackChannelLogoutController {

    private static final Logger log = LoggerFactory.getLogger(BackChannelLogoutController.class);

    private final LogoutTokens tokens;
    private final Sessions sessions;

    BackChannelLogoutController(LogoutTokens tokens, Sessions sessions) {
        this.tokens = tokens;
        this.sessions = sessions;
    }

    @RequestMapping("/api/v1.0/backchannel-logout/")
    ResponseEntity<?> logout(HttpServletRequest request) {
        if (!request.getMethod().equals("POST")) {
            return ResponseEntity.status(405).allow(HttpMethod.POST).build();
        }
        var refusal = refusal(request.getParameter("logout_token"));
        return refusal == null
                ? ResponseEntity.noContent()
                        .header(HttpHeaders.CACHE_CONTROL, "no-store")
                        .build()
                : ResponseEntity.badRequest()
                        .header(HttpHeaders.CACHE_CONTROL, "no-store")
                        .body(body(refusal));
    }

    /** Why nothing was done, or null. */
    private @Nullable String refusal(@Nullable String text) {
        if (text == null || text.isEmpty()) {
            return "Missing logout_token parameter";
        }
        try {
            var token = tokens.read(text);
            if (token.sub() == null && token.sid() == null) {
                return "Token must contain either sub or sid claim";
            }
            return sessions.end(token) ? null : "Token already processed";
        } catch (SignInFailure e) {
            log.warn("back-channel logout refused: {}", e.reason());
            return "Invalid logout token";
        } catch (RuntimeException e) {
            log.error("back-channel logout failed: {}", e.getClass().getSimpleName());
            return "Internal server error during logout";
        }
    }

    private static Map<String, String> body(String description) {
        var body = new LinkedHashMap<String, String>();
        body.put("error", "invalid_request");
        body.put("error_description", description);
        return body;
    }
}
