package io.causerie.standalone;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSelector;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import io.causerie.platform.Timestamps;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** The keys the provider signs with, newest first; kept over restarts, replaced in time, believed a while longer. */
@Component
@ProviderPart
class ProviderKeys implements JWKSource<SecurityContext> {

    private static final Duration SIGNS = Duration.ofDays(90);
    private static final Duration BELIEVED = Duration.ofDays(120);

    private final JdbcClient jdbc;
    private final Clock clock;
    private volatile JWKSet keys;

    ProviderKeys(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.keys = current();
    }

    @Override
    public List<JWK> get(JWKSelector selector, @Nullable SecurityContext context) {
        return selector.select(keys);
    }

    /** Makes a new key when the newest is old, and forgets those nobody needs to believe any more. */
    @Scheduled(fixedDelay = 1, initialDelay = 1, timeUnit = TimeUnit.DAYS)
    void renew() {
        keys = current();
    }

    private JWKSet current() {
        jdbc.sql("delete from causerie.provider_key where created_at < :then")
                .param("then", Timestamps.bound(clock.instant().minus(BELIEVED)))
                .update();
        boolean fresh = jdbc.sql("select exists (select 1 from causerie.provider_key where created_at > :then)")
                .param("then", Timestamps.bound(clock.instant().minus(SIGNS)))
                .query(Boolean.class)
                .single();
        if (!fresh) {
            make();
        }
        return new JWKSet(
                jdbc
                        .sql("select key from causerie.provider_key order by created_at desc")
                        .query(String.class)
                        .list()
                        .stream()
                        .map(ProviderKeys::parsed)
                        .toList());
    }

    private void make() {
        try {
            var key = new RSAKeyGenerator(2048)
                    .keyUse(KeyUse.SIGNATURE)
                    .keyIDFromThumbprint(true)
                    .generate();
            jdbc.sql("insert into causerie.provider_key (id, key, created_at) values (:id, :key, :now)")
                    .param("id", key.getKeyID())
                    .param("key", key.toJSONString())
                    .param("now", Timestamps.bound(clock.instant()))
                    .update();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private static JWK parsed(String key) {
        try {
            return JWK.parse(key);
        } catch (ParseException e) {
            throw new IllegalStateException("a key in causerie.provider_key cannot be read");
        }
    }
}
