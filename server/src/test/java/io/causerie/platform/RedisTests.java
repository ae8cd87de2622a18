package io.causerie.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.causerie.RedisServer;
import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

class RedisTests {

    @Test
    void isThereOnlyIfItHasAnAddress() {
        assertThat(new Redis(new RedisProperties(new Secret(""))).configured()).isFalse();
        assertThat(redis("redis://127.0.0.1:1/0").configured()).isTrue();
    }

    @Test
    void saysThatItIsDownAndComesBackByItself() {
        try (var server = new RedisServer()) {
            var redis = redis(server.url());
            assertThatThrownBy(() -> redis.with(it -> it.get("a"))).isInstanceOf(RedisDown.class);
            server.start();
            Awaitility.await()
                    .atMost(Duration.ofSeconds(10))
                    .ignoreException(RedisDown.class)
                    .until(() -> redis.with(it -> it.set("a", "b")).equals("OK"));
            server.kill();
            assertThatThrownBy(() -> redis.with(it -> it.get("a"))).isInstanceOf(RedisDown.class);
            server.start();
            Awaitility.await()
                    .atMost(Duration.ofSeconds(10))
                    .ignoreException(RedisDown.class)
                    .untilAsserted(() ->
                            assertThat(redis.<String>with(it -> it.get("a"))).isNull());
            redis.destroy();
        }
    }

    @Test
    void anAddressThatIsNoneIsDown() {
        assertThatThrownBy(() -> redis("nonsense").with(it -> it.ping())).isInstanceOf(RedisDown.class);
    }

    private static Redis redis(String url) {
        return new Redis(new RedisProperties(new Secret(url)));
    }
}
