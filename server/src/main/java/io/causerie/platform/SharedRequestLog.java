package io.causerie.platform;

import io.lettuce.core.ScriptOutputType;
import io.lettuce.core.api.sync.RedisCommands;

/** When requests were let through, in the Redis that replicas share: one atomic script, by Redis's own clock. */
final class SharedRequestLog {

    private static final String SCRIPT = """
            local time = redis.call('TIME')
            local now = time[1] * 1000000 + time[2]
            local most = tonumber(ARGV[1])
            local period = tonumber(ARGV[2])
            local first = redis.call('LINDEX', KEYS[1], 0)
            while first and tonumber(first) <= now - period do
                redis.call('LPOP', KEYS[1])
                first = redis.call('LINDEX', KEYS[1], 0)
            end
            if redis.call('LLEN', KEYS[1]) >= most then
                return first and tonumber(first) + period - now or period
            end
            redis.call('RPUSH', KEYS[1], string.format('%.0f', now))
            redis.call('PEXPIRE', KEYS[1], math.ceil(period / 1000))
            return 0
            """;

    private SharedRequestLog() {}

    /** As {@link RequestLog#admit}. */
    static long admit(RedisCommands<String, String> redis, String key, Rate rate) {
        Long wait = redis.eval(
                SCRIPT,
                ScriptOutputType.INTEGER,
                new String[] {key},
                String.valueOf(rate.requests()),
                String.valueOf(rate.period().toMillis() * 1000));
        return wait == null ? 0 : wait;
    }
}
