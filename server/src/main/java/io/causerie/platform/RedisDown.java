package io.causerie.platform;

/** Redis does not answer; a request that cannot do without it is answered 503. */
public final class RedisDown extends RuntimeException {

    RedisDown() {
        super("Redis does not answer", null, false, false);
    }
}
