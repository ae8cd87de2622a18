package io.causerie.telephony;

import io.causerie.platform.ApiException;
import io.causerie.platform.Secret;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What whoever announces a room system must know (contract 03, section 16.4): as strict on its form as the hooks' token is lenient. */
final class RoomkitToken {

    private static final Logger log = LoggerFactory.getLogger(RoomkitToken.class);

    private final Secret expected;

    RoomkitToken(Secret expected) {
        this.expected = expected;
    }

    /** Returns if the caller knows the token; 401 with a reason otherwise. */
    void check(HttpServletRequest request) {
        if (expected.isEmpty()) {
            throw refusal("Server-to-server token is not configured.");
        }
        var header = request.getHeader("Authorization");
        if (header == null || header.isEmpty()) {
            log.warn("a room system was announced from {} without a token", request.getRemoteAddr());
            throw refusal("Authorization header is missing.");
        }
        var parts = header.split(" ", -1);
        if (parts.length != 2 || !parts[0].equals("Bearer")) {
            throw refusal("Invalid authorization header.");
        }
        if (!MessageDigest.isEqual(bytes(parts[1]), bytes(expected.value()))) {
            log.warn("a room system was announced from {} with a wrong token", request.getRemoteAddr());
            throw refusal("Invalid server-to-server token.");
        }
    }

    private static ApiException refusal(String detail) {
        return new ApiException.Unauthenticated("Bearer realm='Roomkit server to server'", detail);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
