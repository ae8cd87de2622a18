package io.causerie.users;

import io.causerie.users.SignInFailure.Failed;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** Finds the account of a person who signs in, or makes one, and brings it up to date (contract 01, section 9.8). */
@Component
class Identification {

    private static final Logger log = LoggerFactory.getLogger(Identification.class);

    private final IdentificationProperties properties;
    private final ClaimsReader reader;
    private final UserRepository users;
    private final NewAccounts accounts;

    Identification(
            IdentificationProperties properties, ClaimsReader reader, UserRepository users, NewAccounts accounts) {
        this.properties = properties;
        this.reader = reader;
        this.users = users;
        this.accounts = accounts;
    }

    /** The account; {@code current} is who the browser was signed in as, whose last login then stays as it is. */
    Identified identify(JsonNode userInfo, @Nullable User current) {
        var claims = reader.read(userInfo);
        var found = users.bySub(claims.sub()).or(() -> byEmail(claims));
        return found.map(it -> updated(it, claims, current)).orElseGet(() -> created(claims));
    }

    private Optional<Identified> byEmail(Claims claims) {
        if (!properties.fallbackToEmail() || claims.email() == null) {
            return Optional.empty();
        }
        var found = users.byEmail(claims.email());
        if (found.size() > 1) {
            throw new Failed("several accounts have the e-mail the provider tells");
        }
        if (!found.isEmpty() && !properties.emailVerified().believes(claims.emailVerified())) {
            throw new Failed("an account has the e-mail the provider tells, but the provider has not verified it");
        }
        return found.stream().findFirst();
    }

    private Identified updated(Identified found, Claims claims, @Nullable User current) {
        var user = found.user();
        if (!user.active()) {
            throw new Failed("account " + user.id() + " is not active");
        }
        boolean signingIn = current == null || !current.id().equals(user.id());
        try {
            users.update(user.id(), changes(user, claims), signingIn);
        } catch (DuplicateKeyException e) {
            throw new Failed("another account has the sub the provider tells for " + user.id());
        }
        return found;
    }

    private Map<String, String> changes(User user, Claims claims) {
        var changes = new LinkedHashMap<String, String>();
        if (user.sub() == null || (!user.sub().equals(claims.sub()) && !properties.subImmutable())) {
            changes.put("sub", claims.sub());
        } else if (!user.sub().equals(claims.sub())) {
            log.warn("the provider tells another sub for account {}: the stored one is kept", user.id());
        }
        put(changes, "email", user.email(), claims.email());
        put(changes, "full_name", user.fullName(), claims.fullName());
        put(changes, "short_name", user.shortName(), claims.shortName());
        return changes;
    }

    private static void put(Map<String, String> changes, String column, @Nullable String old, @Nullable String now) {
        if (now != null && !now.equals(old)) {
            changes.put(column, now);
        }
    }

    private Identified created(Claims claims) {
        if (!properties.createUser()) {
            throw new Failed("the person has no account, and OIDC_CREATE_USER is off");
        }
        // Two first sign-ins at once: the other one inserted the row.
        return accounts.make(claims)
                .or(() -> users.bySub(claims.sub()))
                .orElseThrow(() -> new Failed("the account vanished while it was made"));
    }
}
