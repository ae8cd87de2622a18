package io.causerie.lobby;

import io.causerie.platform.ApiException;
import io.causerie.platform.Redis;
import io.causerie.platform.Words;
import io.lettuce.core.RedisNoScriptException;
import io.lettuce.core.ScriptOutputType;
import io.lettuce.core.api.sync.RedisCommands;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * The lobby that replicas share: one hash for each room, changed by scripts that are atomic and go by Redis's own clock. Of each visitor it holds {@code s}
 * (status and end), {@code d} (name and colour) and {@code p} (person); {@code w} is how much the room holds.
 */
@Component
class RedisWaitingRooms implements WaitingRooms {

    private static final Logger log = LoggerFactory.getLogger(RedisWaitingRooms.class);

    /** Of one room, in bytes. */
    private static final int MOST = 16_000_000;

    private static final String COMMON = """
            local room = KEYS[1]
            local time = redis.call('TIME')
            local now = time[1] * 1000 + math.floor(time[2] / 1000)
            local function drop(id)
                redis.call('HINCRBY', room, 'w', -300 - redis.call('HSTRLEN', room, 'd:' .. id))
                redis.call('HDEL', room, 's:' .. id, 'd:' .. id, 'p:' .. id)
            end
            local function set(id, letter, ttl)
                redis.call('HSET', room, 's:' .. id, letter .. string.format('%.0f', now + ttl))
                if redis.call('PTTL', room) < ttl + 30000 then redis.call('PEXPIRE', room, ttl + 60000) end
            end
            local function current(id)
                local state = redis.call('HGET', room, 's:' .. id)
                if state and tonumber(string.sub(state, 2)) <= now then
                    drop(id)
                    state = false
                end
                return state and string.sub(state, 1, 1)
            end
            """;

    /** Arguments: what to do, visitor, milliseconds, status, data, person. Answers status, data and person, and whether it is new. */
    private static final String ONE = COMMON + """
            local what, id, ttl, letter, data, person = ARGV[1], ARGV[2], tonumber(ARGV[3]), ARGV[4], ARGV[5], ARGV[6]
            local status = current(id)
            local fresh = ''
            if not status then
                if what ~= 'knock' then return {} end
                local weight = 300 + #data
                if redis.call('HINCRBY', room, 'w', weight) > tonumber(ARGV[7]) then
                    redis.call('HINCRBY', room, 'w', -weight)
                    return {'full'}
                end
                status, fresh = 'W', '1'
                redis.call('HSET', room, 'd:' .. id, data)
            end
            if what == 'decide' then
                status = letter
                set(id, letter, ttl)
            elseif status == 'W' and what ~= 'find' then
                set(id, 'W', ttl)
            end
            local known = redis.call('HGET', room, 'p:' .. id)
            if person ~= '' and known ~= person then
                redis.call('HSET', room, 'p:' .. id, person)
                known = person
            end
            return {status, redis.call('HGET', room, 'd:' .. id), known or '', fresh}
            """;

    /** Answers id, status, data and person of each; forgets those whose time is over. */
    private static final String ALL = COMMON + """
            local found = {}
            for _, field in ipairs(redis.call('HKEYS', room)) do
                if string.sub(field, 1, 2) == 's:' then
                    local id = string.sub(field, 3)
                    local status = current(id)
                    if status and (ARGV[1] == '' or status == ARGV[1]) then
                        table.insert(found, id)
                        table.insert(found, status)
                        table.insert(found, redis.call('HGET', room, 'd:' .. id) or '')
                        table.insert(found, redis.call('HGET', room, 'p:' .. id) or '')
                    end
                end
            end
            return found
            """;

    private static final String DROP = COMMON + """
            for _, id in ipairs(ARGV) do
                if redis.call('HEXISTS', room, 's:' .. id) == 1 then drop(id) end
            end
            return 0
            """;

    private final Redis redis;
    private final LobbyProperties properties;
    private final JsonMapper json;

    RedisWaitingRooms(Redis redis, LobbyProperties properties, JsonMapper json) {
        this.redis = redis;
        this.properties = properties;
        this.json = json;
    }

    /** What {@code d} holds. */
    record Data(String username, String color) {}

    @Override
    public Optional<Entry> find(UUID room, UUID visitor) {
        return read(room, visitor, one(room, "find", visitor, EntryStatus.WAITING, "", null));
    }

    @Override
    public Optional<Entry> renew(UUID room, UUID visitor, @Nullable String person) {
        return read(room, visitor, one(room, "renew", visitor, EntryStatus.WAITING, "", person));
    }

    @Override
    public Knock knock(UUID room, Visitor visitor) {
        var data = json.writeValueAsString(new Data(visitor.username(), visitor.color()));
        for (int tries = 0; ; tries++) {
            var answer = one(room, "knock", visitor.id(), EntryStatus.WAITING, data, visitor.person());
            if (answer.size() == 1) {
                throw new ApiException.Refused(503, Words.UNAVAILABLE.say());
            }
            var entry = read(room, visitor.id(), answer);
            if (entry.isPresent()) {
                return new Knock(entry.get(), answer.get(3).equals("1"));
            }
            if (tries > 0) {
                throw new IllegalStateException("an entry that was just written cannot be read");
            }
        }
    }

    @Override
    public Optional<Entry> decide(UUID room, UUID visitor, EntryStatus status) {
        return read(room, visitor, one(room, "decide", visitor, status, "", null));
    }

    @Override
    public List<Entry> waiting(UUID room) {
        return all(room, letter(EntryStatus.WAITING));
    }

    @Override
    public void forget(UUID room, Predicate<Visitor> who) {
        var ids = all(room, "").stream()
                .map(Entry::visitor)
                .filter(who)
                .map(it -> it.id().toString())
                .toArray(String[]::new);
        if (ids.length > 0) {
            run(DROP, ScriptOutputType.INTEGER, room, ids);
        }
    }

    @Override
    public void clear(UUID room) {
        redis.with(it -> it.del(key(room)));
    }

    private List<String> one(
            UUID room, String what, UUID visitor, EntryStatus status, String data, @Nullable String person) {
        return run(
                ONE,
                ScriptOutputType.MULTI,
                room,
                what,
                visitor.toString(),
                String.valueOf(properties.millis(status)),
                letter(status),
                data,
                person == null ? "" : person,
                String.valueOf(MOST));
    }

    private List<Entry> all(UUID room, String letter) {
        List<String> found = run(ALL, ScriptOutputType.MULTI, room, letter);
        var entries = new ArrayList<Entry>();
        for (int i = 0; i < found.size(); i += 4) {
            read(room, UUID.fromString(found.get(i)), found.subList(i + 1, i + 4))
                    .ifPresent(entries::add);
        }
        return entries;
    }

    /** What cannot be read is not there, and is deleted (contract 03, section 11). */
    private Optional<Entry> read(UUID room, UUID visitor, List<String> answer) {
        if (answer.isEmpty()) {
            return Optional.empty();
        }
        try {
            var data = json.readValue(answer.get(1), Data.class);
            var person = answer.get(2).isEmpty() ? null : answer.get(2);
            return Optional.of(
                    new Entry(new Visitor(visitor, data.username(), data.color(), person), status(answer.get(0))));
        } catch (JacksonException | IllegalArgumentException | NullPointerException e) {
            log.error("an unreadable entry in the lobby of room {} is deleted", room);
            run(DROP, ScriptOutputType.INTEGER, room, visitor.toString());
            return Optional.empty();
        }
    }

    private static String letter(EntryStatus status) {
        return status.name().substring(0, 1);
    }

    private static EntryStatus status(String letter) {
        return Arrays.stream(EntryStatus.values())
                .filter(it -> letter(it).equals(letter))
                .findFirst()
                .orElseThrow(IllegalArgumentException::new);
    }

    private <T> T run(String script, ScriptOutputType type, UUID room, String... arguments) {
        return redis.with(it -> run(it, script, type, key(room), arguments));
    }

    /** By its hash: Redis has it, but for the first time. */
    private static <T> T run(
            RedisCommands<String, String> redis, String script, ScriptOutputType type, String key, String[] arguments) {
        String[] keys = {key};
        try {
            return redis.evalsha(redis.digest(script), type, keys, arguments);
        } catch (RedisNoScriptException e) {
            return redis.eval(script, type, keys, arguments);
        }
    }

    private static String key(UUID room) {
        return "causerie:lobby:" + room;
    }
}
