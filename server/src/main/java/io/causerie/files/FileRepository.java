package io.causerie.files;

import io.causerie.platform.CommandPart;
import io.causerie.platform.Rows;
import io.causerie.platform.Timestamps;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The table {@code file} (contract 02, section 4.7), as far as files are removed from it. */
@CommandPart
class FileRepository {

    /** Never finished: still pending, or left in the middle of being looked at by a server that died, which takes no hour. */
    private static final String STALE = """
            hard_deleted_at is null and created_at < :before
            and (upload_state = 'pending' or upload_state = 'analyzing' and created_at < :dead)""";

    /** Waiting for its removal, or deleted long enough ago. */
    private static final String PURGEABLE = "(hard_deleted_at is not null or deleted_at <= :before)";

    private final JdbcClient jdbc;
    private final Clock clock;
    private final RowMapper<StoredFile> file;
    private final RowMapper<UUID> id;

    FileRepository(JdbcClient jdbc, Rows rows, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.id = rows.as(row -> row.uuid("id"));
        this.file = rows.as(row -> new StoredFile(row.uuid("id"), row.text("filename")));
    }

    List<UUID> stale(Duration age) {
        return ids(STALE, age);
    }

    /** Decides that the file goes for good, if it still is what {@link #stale} looks for: an upload may have ended meanwhile. */
    Optional<StoredFile> condemnStale(UUID id, Duration age) {
        return condemn(id, STALE, age);
    }

    List<UUID> purgeable(Duration grace) {
        return ids(PURGEABLE, grace);
    }

    /** Decides that the file goes for good, unless somebody took it back. */
    Optional<StoredFile> condemnPurgeable(UUID id, Duration grace) {
        return condemn(id, PURGEABLE, grace);
    }

    /** Removes a row whose removal is decided. */
    void delete(UUID id) {
        jdbc.sql("delete from public.file where id = :id and hard_deleted_at is not null")
                .param("id", id)
                .update();
    }

    private List<UUID> ids(String condition, Duration age) {
        return bound("select id from public.file where " + condition + " order by created_at, id", age)
                .query(id)
                .list();
    }

    /** A deletion changes no {@code updated_at} (contract 02, section 2, rule 6). */
    private Optional<StoredFile> condemn(UUID id, String condition, Duration age) {
        return bound("""
                        update public.file set deleted_at = coalesce(deleted_at, :now), hard_deleted_at = coalesce(hard_deleted_at, :now)
                        where id = :id and %s returning id, filename""".formatted(condition), age).param("id", id).query(file).optional();
    }

    private JdbcClient.StatementSpec bound(String sql, Duration age) {
        var now = clock.instant();
        return jdbc.sql(sql)
                .param("now", Timestamps.bound(now))
                .param("before", Timestamps.bound(now.minus(age)))
                .param("dead", Timestamps.bound(now.minus(Duration.ofHours(1))));
    }
}
