package io.causerie.recordings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.causerie.storage.ObjectStore;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.modulith.events.FailedEventPublications;
import org.springframework.modulith.events.ResubmissionOptions;

/** A deleted recording is gone from the store too, and a receipt says so; whatever fails on the way is tried until it is done. */
class DeletionTests extends RecordingTest {

    @Autowired
    ObjectStore store;

    @Autowired
    ObjectRemoval removal;

    @Autowired
    ReceiptRepository receipts;

    @Autowired
    FailedEventPublications failed;

    private String worker;
    private UUID id;

    @BeforeEach
    void aSavedRecording() throws IOException {
        jdbc.sql("delete from causerie.event_publication").update();
        worker = "EG_" + UUID.randomUUID().toString().substring(0, 8);
        id = rows.recording(room, RecordingStatus.SAVED, worker);
        rows.owner(id, alice.user().id(), "owner");
        write(film());
    }

    @Test
    void deletesEverythingTheStoreHoldsOfItAndLeavesAReceipt() throws IOException {
        write("recordings/" + worker + ".json");
        write("metadata/" + id + "-metadata.json");
        store.append(film(), 0, new byte[] {1});

        assertThat(delete().status()).isEqualTo(204);

        assertThat(store.head(film())).isEmpty();
        assertThat(store.head("recordings/" + worker + ".json")).isEmpty();
        assertThat(store.head("metadata/" + id + "-metadata.json")).isEmpty();
        assertThat(store.appended(film())).isZero();
        var receipt = receipt();
        assertThat(receipt)
                .containsEntry("cause", "person")
                .containsEntry("deleted_by", alice.user().id());
        assertThat(receipt.get("confirmed_at")).isNotNull();
        assertThat(ledger.of(id)).extracting(RecordingLedger.Line::kind).containsExactly("deleted", "objects_deleted");
        assertThat(send(alice, "GET", path()).status()).isEqualTo(404);
    }

    @Test
    void aStoreThatRefusesIsAskedUntilItHasDoneIt() throws IOException {
        store.delete(film());
        write(film() + "/in-the-way"); // a folder of that name, which is not empty, cannot be deleted

        assertThat(delete().status()).isEqualTo(204);
        await().atMost(Duration.ofSeconds(20)).until(() -> receipt().get("tried_at") != null);
        assertThat(receipt().get("confirmed_at")).isNull();

        store.delete(film() + "/in-the-way");
        await().atMost(Duration.ofSeconds(20)).until(() -> {
            failed.resubmit(ResubmissionOptions.defaults());
            return receipt().get("confirmed_at") != null;
        });
        assertThat(store.head(film())).isEmpty();
    }

    @Test
    void ofManyWhoDeleteOneDoes() throws Exception {
        var callers = new ArrayList<Callable<Integer>>();
        for (int i = 0; i < 10; i++) {
            callers.add(() -> delete().status());
        }
        var statuses = new ArrayList<Integer>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var answer : threads.invokeAll(callers)) {
                statuses.add(answer.get());
            }
        }
        assertThat(statuses).containsOnlyOnce(204).allMatch(it -> it == 204 || it == 404 || it == 403);
        assertThat(receipt().get("confirmed_at")).isNotNull();
    }

    @Test
    void isConfirmedOnceHoweverOftenItIsAskedFor() throws Exception {
        assertThat(delete().status()).isEqualTo(204);
        var again = Collections.nCopies(10, (Callable<Void>) () -> {
            removal.on(new RecordingDeleted(id));
            return null;
        });
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var answer : threads.invokeAll(again)) {
                answer.get();
            }
        }
        assertThat(ledger.of(id)).extracting(RecordingLedger.Line::kind).containsExactly("deleted", "objects_deleted");
    }

    @Test
    void nobodyDeletesWhatIsHeldBack() throws IOException {
        hold();
        assertThat(delete().status()).isEqualTo(403);
        assertThat(deleteRoom().status()).isEqualTo(403);
        assertThat(rows.status(id)).isEqualTo("saved");
        assertThat(store.head(film())).isPresent();
        assertThat(send(alice, "GET", "/api/v1.0/rooms/" + room + "/").status()).isEqualTo(200);
    }

    @Test
    void aRoomTakesItsRecordingsWithIt() throws IOException {
        assertThat(deleteRoom().status()).isEqualTo(204);
        await().atMost(Duration.ofSeconds(20)).until(() -> receipt().get("confirmed_at") != null);
        assertThat(store.head(film())).isEmpty();
        assertThat(receipt())
                .containsEntry("cause", "room")
                .containsEntry("deleted_by", alice.user().id());
    }

    /** Effects run on threads of their own; only what the transaction sends is counted. */
    @Test
    void aRoomOfManyRecordingsCostsNoMoreStatementsThanARoomOfOne() throws IOException {
        for (int i = 0; i < 40; i++) {
            rows.recording(room, RecordingStatus.SAVED, null);
        }
        var sent = statements.during(() -> assertThat(deleteRoom().status()).isEqualTo(204));
        assertThat(sent)
                .filteredOn(it -> it.contains("delete from meet_recording "))
                .hasSize(1);
        assertThat(sent)
                .filteredOn(it -> it.toLowerCase(Locale.ROOT).matches("(?s)insert into \\S*event_publication.*"))
                .hasSizeBetween(1, 4);
        await().atMost(Duration.ofSeconds(30)).until(() -> unconfirmed() == 0);
        assertThat(store.head(film())).isEmpty();
    }

    /** The others are not held up by one, and are asked for once. */
    @Test
    void oneFileThatCannotBeDeletedHoldsTheOthersOfItsRoomNotUp() throws IOException {
        var other = rows.recording(room, RecordingStatus.SAVED, null);
        store.delete(film());
        write(film() + "/in-the-way");
        write("recordings/" + other + ".mp4");

        assertThat(deleteRoom().status()).isEqualTo(204);
        await().atMost(Duration.ofSeconds(20)).until(() -> unconfirmed() == 1);
        assertThat(store.head("recordings/" + other + ".mp4")).isEmpty();

        store.delete(film() + "/in-the-way");
        await().atMost(Duration.ofSeconds(20)).until(() -> {
            failed.resubmit(ResubmissionOptions.defaults());
            return unconfirmed() == 0;
        });
        assertThat(ledger.of(other))
                .extracting(RecordingLedger.Line::kind)
                .containsExactly("deleted", "objects_deleted");
    }

    private int unconfirmed() {
        return jdbc.sql(
                        "select count(*) from causerie.recording_receipt where room_id = :room and confirmed_at is null")
                .param("room", room)
                .query(Integer.class)
                .single();
    }

    /** Its worker may run on: one that was told to stop and did not, or that was started without an answer. */
    @ParameterizedTest
    @EnumSource(
            value = RecordingStatus.class,
            names = {"INITIATED", "ACTIVE", "STOPPED", "ABORTED", "FAILED_TO_START", "FAILED_TO_STOP"})
    void whatAWorkerWritesAfterwardsIsDeletedToo(RecordingStatus status) throws IOException {
        jdbc.sql("update meet_recording set status = :status where id = :id")
                .param("status", status.wire())
                .param("id", id)
                .update();
        assertThat(deleteRoom().status()).isEqualTo(204);
        await().atMost(Duration.ofSeconds(20)).until(() -> receipt().get("tried_at") != null);
        assertThat(receipt().get("confirmed_at")).isNull();

        write(film());
        removal.late();
        assertThat(store.head(film())).isEmpty();
        assertThat(receipt().get("confirmed_at")).isNull();

        jdbc.sql("update causerie.recording_receipt set late_until = now() where recording_id = :id")
                .param("id", id)
                .update();
        removal.late();
        assertThat(receipt().get("confirmed_at")).isNotNull();
    }

    /** Whatever came of it came long ago. */
    @Test
    void nothingComesOfARecordingThatFailedDaysAgo() {
        jdbc.sql("update meet_recording set status = 'failed_to_stop' where id = :id")
                .param("id", id)
                .update();
        rows.age(id, 2 * 24 * 3600);
        assertThat(delete().status()).isEqualTo(204);
        assertThat(receipt().get("confirmed_at")).isNotNull();
    }

    @Test
    void aFileThatIsLateIsAskedForInTurnWithAllOthers() {
        jdbc.sql("""
                insert into causerie.recording_receipt
                    (recording_id, room_id, deleted_at, cause, object_keys, late_until, tried_at)
                select gen_random_uuid(), gen_random_uuid(), now() - interval '1 hour', 'room', '{recordings/x.mp4}',
                    now() + interval '1 hour', now() from generate_series(1, 500)""").update();
        try {
            jdbc.sql("update meet_recording set status = 'active' where id = :id")
                    .param("id", id)
                    .update();
            assertThat(deleteRoom().status()).isEqualTo(204);
            await().atMost(Duration.ofSeconds(20)).until(() -> receipt().get("tried_at") != null);
            jdbc.sql(
                            "update causerie.recording_receipt set tried_at = now() - interval '5 minutes' where recording_id = :id")
                    .param("id", id)
                    .update();
            assertThat(receipts.late()).extracting(Receipt::recording).contains(id);
        } finally {
            jdbc.sql("delete from causerie.recording_receipt where object_keys = '{recordings/x.mp4}'")
                    .update();
        }
    }

    private String film() {
        return "recordings/" + id + ".mp4";
    }

    private String path() {
        return "/api/v1.0/recordings/" + id + "/";
    }

    private Answer delete() {
        return send(alice, "DELETE", path());
    }

    private Answer deleteRoom() {
        return send(alice, "DELETE", "/api/v1.0/rooms/" + room + "/");
    }

    private void hold() {
        jdbc.sql("insert into causerie.recording_hold (recording_id, held_at, reason) values (:id, now(), 'a dispute')")
                .param("id", id)
                .update();
    }

    private void write(String key) throws IOException {
        store.write(key, "video/mp4", new ByteArrayInputStream(new byte[] {1, 2, 3}), 3);
    }

    private Map<String, Object> receipt() {
        return jdbc.sql("select * from causerie.recording_receipt where recording_id = :id")
                .param("id", id)
                .query()
                .singleRow();
    }
}
