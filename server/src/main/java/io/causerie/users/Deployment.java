package io.causerie.users;

import io.causerie.platform.CauserieProperties;
import java.util.List;
import org.springframework.stereotype.Component;

/** What kind of deployment this is, as far as cookies and trust depend on it (contract 01, sections 8.1 and 23). */
@Component
class Deployment {

    private final CauserieProperties causerie;

    Deployment(CauserieProperties causerie) {
        this.causerie = causerie;
    }

    String sessionCookie() {
        return causerie.development() ? "meet_sessionid" : "sessionid";
    }

    /** Whether cookies are for HTTPS only: a standalone server behind a name with TLS counts as well. */
    boolean secureCookies() {
        return causerie.url().isEmpty() ? causerie.production() : causerie.url().startsWith("https:");
    }

    /** The origins trusted for CSRF: fixed in development, configured in production, none elsewhere. */
    List<String> trustedOrigins(List<String> configured) {
        if (causerie.development()) {
            return List.of("http://localhost:8072", "http://localhost:3000");
        }
        return causerie.production() ? configured : List.of();
    }
}
