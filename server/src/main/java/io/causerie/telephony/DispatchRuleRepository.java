package io.causerie.telephony;

import io.causerie.platform.Rows;
import io.causerie.platform.Timestamps;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table {@code causerie.dispatch_rule}: what we know of LiveKit's rules, so that nobody has to look through all of them. */
@Repository
class DispatchRuleRepository {

    private final JdbcClient jdbc;
    private final Rows rows;
    private final Clock clock;

    DispatchRuleRepository(JdbcClient jdbc, Rows rows, Clock clock) {
        this.jdbc = jdbc;
        this.rows = rows;
        this.clock = clock;
    }

    /** What is known of a room's rule: LiveKit's id of it, or null when there is none. */
    record Known(@Nullable String rule) {}

    /** Empty when nothing is known. */
    Optional<Known> find(UUID room) {
        return jdbc.sql("select rule_id from causerie.dispatch_rule where room_id = :room")
                .param("room", room)
                .query(rows.as(row -> new Known(row.optionalText("rule_id"))))
                .optional();
    }

    void know(UUID room, @Nullable String rule) {
        jdbc.sql("""
                        insert into causerie.dispatch_rule (room_id, rule_id, created_at) values (:room, :rule, :now)
                        on conflict (room_id) do update set rule_id = excluded.rule_id, created_at = excluded.created_at""")
                .param("room", room)
                .param("rule", rule)
                .param("now", Timestamps.bound(clock.instant()))
                .update();
    }

    void forget(UUID room) {
        jdbc.sql("delete from causerie.dispatch_rule where room_id = :room")
                .param("room", room)
                .update();
    }
}
