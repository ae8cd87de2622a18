package io.causerie.users;

import io.causerie.platform.Redis;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;

/** Chooses where sessions are kept: in Redis where there is one and {@code SESSION_ENGINE} does not ask for the database, else in PostgreSQL. */
@Configuration(proxyBeanMethods = false)
class SessionPlace {

    @Bean
    @Primary
    SessionStore sessionStore(
            SessionProperties properties, Redis redis, SessionRepository inPostgres, RedisSessions inRedis) {
        return redis.configured() && properties.inCache() ? inRedis : inPostgres;
    }
}
