package io.causerie.lobby;

import io.causerie.platform.Redis;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;

/** Chooses where the lobby is kept: in Redis where replicas share one, else in this process. */
@Configuration(proxyBeanMethods = false)
class LobbyPlace {

    @Bean
    @Primary
    WaitingRooms waitingRooms(Redis redis, LocalWaitingRooms here, RedisWaitingRooms shared) {
        return redis.configured() ? shared : here;
    }
}
