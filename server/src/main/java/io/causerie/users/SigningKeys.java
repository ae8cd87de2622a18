package io.causerie.users;

import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import io.causerie.users.SignInFailure.Failed;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The provider's public keys, kept for a while and fetched anew when a key is missing or does not fit. */
@Component
class SigningKeys {

    private static final Duration KEPT = Duration.ofMinutes(15);
    private static final Duration PAUSE = Duration.ofSeconds(2);

    private final ProviderProperties properties;
    private final ProviderHttp http;
    private final Clock clock;
    private volatile @Nullable Kept kept;
    private Instant mayAskAgain = Instant.MIN;

    SigningKeys(ProviderProperties properties, ProviderHttp http, Clock clock) {
        this.properties = properties;
        this.http = http;
        this.clock = clock;
    }

    private record Kept(JWKSet keys, Instant since) {}

    /** The key a token names, as far as known without asking the provider. */
    Optional<JWK> known(JWSHeader header) {
        var now = kept;
        return now == null || now.since().plus(KEPT).isBefore(clock.instant())
                ? Optional.empty()
                : named(now.keys(), header);
    }

    /** The key a token names, as the provider publishes it now. */
    Optional<JWK> fetched(JWSHeader header) {
        var answer = http.send("key", http.to(properties.jwksEndpoint()).build());
        try {
            var keys = JWKSet.parse(new String(answer.body(), StandardCharsets.UTF_8));
            kept = new Kept(keys, clock.instant());
            return named(keys, header);
        } catch (ParseException | IllegalArgumentException | IllegalStateException e) {
            throw new Failed("the provider's keys cannot be read");
        }
    }

    /** The same for a token that anybody may have sent: asks the provider once in a while only, whatever they send. */
    Optional<JWK> fetchedSparingly(JWSHeader header) {
        return mayAsk() ? fetched(header) : Optional.empty();
    }

    private synchronized boolean mayAsk() {
        var now = clock.instant();
        if (now.isBefore(mayAskAgain)) {
            return false;
        }
        mayAskAgain = now.plus(PAUSE);
        return true;
    }

    /** The last of that name wins, as it does in the reference server. */
    private static Optional<JWK> named(JWKSet keys, JWSHeader header) {
        return keys.getKeys().stream()
                .filter(it -> Objects.equals(it.getKeyID(), header.getKeyID()))
                .filter(it -> it.getAlgorithm() == null || it.getAlgorithm().equals(header.getAlgorithm()))
                .reduce((first, second) -> second);
    }
}
