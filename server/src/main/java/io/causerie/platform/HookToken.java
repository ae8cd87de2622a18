package io.causerie.platform;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The shared secret by which another server calls one of our hooks (contract 04, section 7.2). */
public final class HookToken {

    private static final Logger log = LoggerFactory.getLogger(HookToken.class);

    private final String realm;
    private final Secret expected;

    /** {@code realm}: the hook's name in the challenge. {@code expected}: what was configured; an empty one lets nobody in. */
    public HookToken(String realm, Secret expected) {
        this.realm = realm;
        this.expected = expected;
    }

    /** Returns if the caller knows the token; 401 with a reason otherwise. */
    public void check(HttpServletRequest request) {
        if (expected.value().equals("(unset)")) {
            throw refusal("Authentication is enabled but token is not configured.");
        }
        var header = request.getHeader("Authorization");
        if (header == null || header.isEmpty()) {
            log.warn("call of the {} from {} without a token", realm, request.getRemoteAddr());
            throw refusal("Authorization header is required");
        }
        int space = header.indexOf(' ');
        var token = space < 0 ? "" : header.substring(space + 1).strip();
        if (token.isEmpty() || !header.substring(0, space).equalsIgnoreCase("Bearer")) {
            throw refusal("Invalid authorization header format.");
        }
        if (expected.isEmpty() || !MessageDigest.isEqual(bytes(token), bytes(expected.value()))) {
            log.warn("call of the {} from {} with a wrong token", realm, request.getRemoteAddr());
            throw refusal("Invalid token");
        }
    }

    private ApiException refusal(String detail) {
        return new ApiException.Unauthenticated("Bearer realm='" + realm + "'", detail);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
