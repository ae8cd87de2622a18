package io.causerie.recordings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.causerie.Http;
import io.causerie.livekit.Egress;
import io.causerie.livekit.LiveKitEvent;
import io.causerie.recordings.RecordingLedger.Line;
import io.causerie.storage.ObjectStore;
import io.causerie.storage.StorageNotice;
import io.causerie.storage.StorageNotices;
import io.causerie.users.SignedIn;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * Recordings whose owner's account is deleted, or who loses the access: contract 04, section 17, item 12. What becomes of mails and summaries that are under
 * way stands with their tests, what becomes of age with those of retention.
 */
class DeletedOwnerTests extends RecordingTest {

    @Autowired
    EgressEvents events;

    @Autowired
    StorageNotices notices;

    @Autowired
    ObjectStore store;

    private SignedIn bob;

    /** Bob owns the room too, and no recording in it. */
    @BeforeEach
    void bobIsThere() {
        bob = users.bob();
        rows.access(room, bob.user().id(), "owner");
    }

    /** What Alice loses. */
    enum Loss {
        ACCOUNT,
        ACCESS
    }

    private void loses(Loss loss) {
        if (loss == Loss.ACCOUNT) {
            users.delete(alice.user());
        } else {
            jdbc.sql("delete from meet_recording_access where user_id = :alice")
                    .param("alice", alice.user().id())
                    .update();
        }
    }

    @ParameterizedTest
    @EnumSource
    void oneUnderWayIsStoppedCompletedAndExplained(Loss loss) {
        assertThat(start().status()).isEqualTo(201);
        var id = (UUID) row().get("id");

        loses(loss);

        assertThat(asBob("POST", "/api/v1.0/rooms/" + room + "/stop-recording/").status())
                .isEqualTo(200);
        events.on(ended((String) row().get("worker_id")));
        assertThat(rows.status(id)).isEqualTo("saved");
        assertThat(kinds(id)).contains("initiated", "active", "stopped", "saved", "nobody_to_tell");
        assertThat(mails(id)).isZero();
        assertThat(start(bob, "{\"mode\": \"screen_recording\"}").status()).isEqualTo(201);
    }

    @ParameterizedTest
    @EnumSource
    void oneThatEndsByItselfFreesItsRoom(Loss loss) {
        start();
        loses(loss);
        events.on(ended((String) row().get("worker_id")));
        assertThat(row()).containsEntry("status", "saved");
        assertThat(start(bob, "{\"mode\": \"screen_recording\"}").status()).isEqualTo(201);
    }

    @ParameterizedTest
    @EnumSource
    void theStoresNoticeCompletesIt(Loss loss) {
        start();
        var id = (UUID) row().get("id");
        loses(loss);
        assertThat(notices.created(new StorageNotice.Created(id, "video/mp4")))
                .isEqualTo(StorageNotices.Outcome.PROCESSED);
        assertThat(rows.status(id)).isEqualTo("saved");
        assertThat(kinds(id)).endsWith("saved", "nobody_to_tell");
    }

    /** The person is gone by the time the worker answers. */
    @ParameterizedTest
    @EnumSource
    void oneWhoseStarterIsLostWhileItStartsIsKnownAllTheSame(Loss loss) {
        worker.onStart = () -> {
            loses(loss);
            return StubWorker.next();
        };
        assertThat(start().status()).isEqualTo(201);
        assertThat(row()).containsEntry("status", "active");
    }

    @Test
    void aTranscriptIsSavedAndItsServiceMayTellOfItStill() {
        start(alice, "{\"mode\": \"transcript\"}");
        var id = (UUID) row().get("id");
        recordings.handedOver(id, "job-" + id);
        users.delete(alice.user());
        events.on(ended((String) row().get("worker_id")));
        assertThat(rows.status(id)).isEqualTo("saved");
        recordings.processed("job-" + id, true);
        assertThat(rows.status(id)).isEqualTo("external_process_successful");
    }

    @Test
    void theFileOfAFailedStopIsRescued() {
        var id = rows.recording(room, RecordingStatus.FAILED_TO_STOP, "ST_old");
        assertThat(recordings.rescue(id, "file_found")).isTrue();
        assertThat(rows.status(id)).isEqualTo("saved");
        assertThat(kinds(id)).endsWith("saved", "nobody_to_tell");
    }

    @Test
    void nobodyReadsOneWithoutOwner() throws IOException {
        var id = saved();
        assertThat(answers(alice, id)).containsExactly(200, 200, 200, 200);

        loses(Loss.ACCESS);
        assertThat(answers(alice, id)).containsExactly(404, 404, 403, 403);
        assertThat(send(alice, "GET", "/api/v1.0/recordings/").body()).contains("\"count\":0");
        assertThat(send(alice, "DELETE", "/api/v1.0/recordings/" + id + "/").status())
                .isEqualTo(404);
        assertThat(answers(bob, id)).containsExactly(404, 404, 403, 403);

        loses(Loss.ACCOUNT);
        assertThat(answers(alice, id)).containsExactly(401, 401, 401, 401);
        assertThat(send(alice, "GET", "/api/v1.0/recordings/").status()).isEqualTo(401);
    }

    @ParameterizedTest
    @EnumSource
    void itGoesWithItsRoom(Loss loss) throws IOException {
        var id = saved();
        loses(loss);
        assertThat(asBob("DELETE", "/api/v1.0/rooms/" + room + "/").status()).isEqualTo(204);
        assertThat(recordings.find(id)).isEmpty();
        await().atMost(Duration.ofSeconds(20)).until(() -> kinds(id).contains("objects_deleted"));
        assertThat(kinds(id)).contains("deleted");
        assertThat(store.head("recordings/" + id + ".mp4")).isEmpty();
    }

    private UUID saved() throws IOException {
        var id = rows.recording(room, RecordingStatus.SAVED, null);
        rows.owner(id, alice.user().id(), "owner");
        store.write("recordings/" + id + ".mp4", "video/mp4", new ByteArrayInputStream(new byte[10]), 10);
        return id;
    }

    /** Retrieve, timeline, forward-auth and gateway, in this order. */
    private List<Integer> answers(SignedIn browser, UUID id) {
        var one = "/api/v1.0/recordings/" + id + "/";
        var media = "/media/recordings/" + id + ".mp4";
        return List.of(
                send(browser, "GET", one).status(),
                send(browser, "GET", one + "timeline/").status(),
                new Http(port)
                        .with("Cookie", browser.cookies())
                        .with("X-Original-URL", media)
                        .get("/api/v1.0/recordings/media-auth/")
                        .status(),
                send(browser, "GET", media).status());
    }

    private LiveKitEvent.EgressEnded ended(String egress) {
        return new LiveKitEvent.EgressEnded(
                room.toString(), new Egress.Info(egress, room.toString(), Egress.Status.COMPLETE, List.of(), null));
    }

    private Answer asBob(String method, String path) {
        return send(bob, method, path);
    }

    private List<String> kinds(UUID id) {
        return ledger.of(id).stream().map(Line::kind).toList();
    }

    private int mails(UUID id) {
        return jdbc.sql("select count(*) from causerie.notification where recording_id = :id")
                .param("id", id)
                .query(Integer.class)
                .single();
    }
}
