package io.causerie.recordings;

import io.causerie.platform.Rows;
import io.causerie.platform.Timestamps;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table {@code causerie.recording_receipt}; its rows are written by the statement that deletes ({@link RecordingRepository#delete}). */
@Repository
class ReceiptRepository {

    private final JdbcClient jdbc;
    private final Clock clock;
    private final RowMapper<Receipt> receipt;

    ReceiptRepository(JdbcClient jdbc, Rows rows, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.receipt = rows.as(row -> new Receipt(
                row.uuid("recording_id"),
                row.uuid("room_id"),
                row.texts("object_keys"),
                row.optionalInstant("late_until")));
    }

    /** The receipt, if its objects are not confirmed to be gone. */
    Optional<Receipt> open(UUID recording) {
        return jdbc.sql("select * from causerie.recording_receipt where recording_id = :id and confirmed_at is null")
                .param("id", recording)
                .query(receipt)
                .optional();
    }

    /** Those of the room whose objects are not confirmed to be gone. */
    List<Receipt> openOf(UUID room) {
        return jdbc.sql("select * from causerie.recording_receipt where room_id = :room and confirmed_at is null")
                .param("room", room)
                .query(receipt)
                .list();
    }

    /** Recordings whose objects may have come after they were deleted; many at a time, those first that were not asked for since long. */
    List<Receipt> late() {
        return jdbc.sql("""
                select * from causerie.recording_receipt
                where confirmed_at is null and late_until is not null
                order by coalesce(tried_at, deleted_at) limit 500""").query(receipt).list();
    }

    void tried(UUID recording) {
        jdbc.sql("""
                update causerie.recording_receipt set attempts = attempts + 1, tried_at = :now
                where recording_id = :id""")
                .param("now", Timestamps.bound(clock.instant()))
                .param("id", recording)
                .update();
    }

    /** The store says that nothing is there any more; the ledger hears it once. */
    void confirm(UUID recording) {
        jdbc.sql("""
                with confirmed as (
                    update causerie.recording_receipt set attempts = attempts + 1, tried_at = :now, confirmed_at = :now
                    where recording_id = :id and confirmed_at is null returning recording_id, room_id)
                insert into causerie.recording_event (recording_id, room_id, at, kind, details)
                select recording_id, room_id, :now, 'objects_deleted', '{}' from confirmed""")
                .param("now", Timestamps.bound(clock.instant()))
                .param("id", recording)
                .update();
    }
}
