package io.causerie.rooms;

import io.causerie.platform.Rows;
import io.causerie.platform.Timestamps;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import net.javacrumbs.shedlock.spring.annotation.SchedulerLock;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Repository;

/** The table {@code causerie.removed_participant}. */
@Repository
class RemovedRepository {

    /** No token of ours lasts longer. */
    private static final Duration KEPT = Duration.ofHours(24);

    /** Of one room: whoever removes more than that is not moderating. */
    private static final int MOST = 1000;

    private final JdbcClient jdbc;
    private final Rows rows;
    private final Clock clock;

    RemovedRepository(JdbcClient jdbc, Rows rows, Clock clock) {
        this.jdbc = jdbc;
        this.rows = rows;
        this.clock = clock;
    }

    void add(UUID room, String identity) {
        jdbc.sql("""
                        insert into causerie.removed_participant (room_id, identity, removed_at)
                        select :room, :identity, :now
                        where (select count(*) from causerie.removed_participant where room_id = :room) < :most
                        on conflict (room_id, identity) do update set removed_at = excluded.removed_at""")
                .param("room", room)
                .param("identity", identity)
                .param("now", Timestamps.bound(clock.instant()))
                .param("most", MOST)
                .update();
    }

    /** False when they were not there. */
    boolean forget(UUID room, String identity) {
        return jdbc.sql("delete from causerie.removed_participant where room_id = :room and identity = :identity")
                        .param("room", room)
                        .param("identity", identity)
                        .update()
                > 0;
    }

    boolean forget(UUID room) {
        return jdbc.sql("delete from causerie.removed_participant where room_id = :room")
                        .param("room", room)
                        .update()
                > 0;
    }

    /** Everybody who is kept out, by room. */
    Map<UUID, Set<String>> all() {
        var all = new HashMap<UUID, Set<String>>();
        jdbc.sql("select room_id, identity from causerie.removed_participant")
                .query(rows.as(row -> all.computeIfAbsent(row.uuid("room_id"), it -> new HashSet<>())
                        .add(row.text("identity"))))
                .list();
        return all;
    }

    @Scheduled(fixedDelayString = "PT10M", initialDelayString = "PT5M")
    @SchedulerLock(name = "sweep-removed-participants")
    void sweep() {
        jdbc.sql("delete from causerie.removed_participant where removed_at < :before")
                .param("before", Timestamps.bound(clock.instant().minus(KEPT)))
                .update();
    }
}
