package io.causerie.standalone;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.core.OAuth2AccessToken;
import org.springframework.security.oauth2.server.authorization.OAuth2Authorization;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationCode;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationService;
import org.springframework.security.oauth2.server.authorization.OAuth2TokenType;
import org.springframework.stereotype.Component;

/** Codes and access tokens under way: needed for the seconds of one sign-in, so they live in memory, few and short. */
@Component
@ProviderPart
class ProviderAuthorizations implements OAuth2AuthorizationService {

    private static final Duration KEPT = Duration.ofMinutes(5);
    private static final int MOST = 1000;

    private final Clock clock;
    private final LinkedHashMap<String, Kept> authorizations = new LinkedHashMap<>();

    ProviderAuthorizations(Clock clock) {
        this.clock = clock;
    }

    private record Kept(OAuth2Authorization authorization, Instant until) {}

    @Override
    public synchronized void save(OAuth2Authorization authorization) {
        var now = clock.instant();
        authorizations.values().removeIf(it -> it.until().isBefore(now));
        if (authorizations.size() >= MOST) {
            authorizations.pollFirstEntry();
        }
        authorizations.put(authorization.getId(), new Kept(authorization, now.plus(KEPT)));
    }

    @Override
    public synchronized void remove(OAuth2Authorization authorization) {
        authorizations.remove(authorization.getId());
    }

    @Override
    public synchronized @Nullable OAuth2Authorization findById(String id) {
        var kept = authorizations.get(id);
        return kept == null ? null : kept.authorization();
    }

    @Override
    public synchronized @Nullable OAuth2Authorization findByToken(String token, @Nullable OAuth2TokenType type) {
        return authorizations.values().stream()
                .map(Kept::authorization)
                .filter(it -> holds(it.getToken(OAuth2AuthorizationCode.class), token)
                        || holds(it.getToken(OAuth2AccessToken.class), token))
                .findFirst()
                .orElse(null);
    }

    private static boolean holds(OAuth2Authorization.@Nullable Token<?> kept, String token) {
        return kept != null && kept.getToken().getTokenValue().equals(token);
    }
}
