package io.causerie.users;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What the provider says when somebody signed out there (contract 01, section 9.13).
 *
 * @param id of this token, which is good once
 * @param expires until when it must be remembered
 * @param sub whose sessions end, or null
 * @param sid the provider's session that ended, or null; one of both is there
 */
record LogoutToken(
        String id,
        Instant expires,
        @Nullable String sub,
        @Nullable String sid) {

    @Override
    public String toString() {
        return "[REDACTED]";
    }
}
