package io.causerie.recordings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.causerie.platform.ApiException;
import io.causerie.recordings.WorkerService.Finding;
import io.causerie.recordings.WorkerService.Progress;
import io.causerie.rooms.AccessLevel;
import io.causerie.rooms.Room;
import java.util.ArrayList;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.json.JsonMapper;

/** {@code POST /api/v1.0/rooms/{id}/start-recording/} (contract 04, section 4.1 and 4.3). */
class StartRecordingTests extends RecordingTest {

    @Autowired
    RoomRecordings rooms;

    @Autowired
    JsonMapper json;

    @Test
    void startsAndMakesTheCallerTheOnlyOwner() {
        rows.access(room, users.bob().user().id(), "owner");
        var answer = start();
        assertThat(answer.status()).isEqualTo(201);
        assertThat(answer.body()).isEqualTo("{\"message\":\"Recording successfully started for room " + slug + "\"}");
        var row = row();
        assertThat(row).containsEntry("status", "active").containsEntry("mode", "screen_recording");
        assertThat(row.get("worker_id").toString()).startsWith("ST_");
        assertThat(recordings.owners((UUID) row.get("id")))
                .containsExactly(alice.user().id());
        assertThat(ledger.of((UUID) row.get("id")))
                .extracting(RecordingLedger.Line::kind)
                .startsWith("initiated", "active");
    }

    @Test
    void theRoomMayBeNamedByItsSlug() {
        var answer = send(
                alice,
                "POST",
                "/api/v1.0/rooms/" + slug + "/start-recording/",
                "application/json",
                "{\"mode\": \"transcript\"}");
        assertThat(answer.status()).isEqualTo(201);
        assertThat(row()).containsEntry("mode", "transcript");
    }

    @Test
    void checksComeInTheOrderOfTheContract() {
        var path = "/api/v1.0/rooms/" + UUID.randomUUID() + "/start-recording/";
        assertThat(anonymous("POST", path).status()).isEqualTo(401);
        assertThat(send(alice, "POST", path, "application/json", "{").body())
                .startsWith("{\"detail\":\"JSON parse error - ");
        assertThat(send(alice, "POST", path, "text/plain", "x").status()).isEqualTo(415);
        assertThat(send(alice, "POST", path, "application/json", "{}").body())
                .isEqualTo("{\"detail\":\"Invalid request.\"}");
        var unknown = send(alice, "POST", path, "application/json", "{\"mode\":\"transcript\"}");
        assertThat(unknown.status()).isEqualTo(404);
        assertThat(unknown.body()).isEqualTo("{\"detail\":\"No Room matches the given query.\"}");
    }

    @Test
    void membersAndStrangersMayNot() {
        var bob = users.bob();
        assertThat(start(bob, "{\"mode\":\"transcript\"}").status()).isEqualTo(403);
        rows.access(room, bob.user().id(), "member");
        var answer = start(bob, "{\"mode\":\"transcript\"}");
        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.body())
                .isEqualTo("{\"detail\":\"You must have privileges on room to perform this action.\"}");
        assertThat(worker.started).isEmpty();
    }

    @Test
    void aGetIsNotAllowed() {
        var answer = send(alice, "GET", "/api/v1.0/rooms/" + room + "/start-recording/");
        assertThat(answer.status()).isEqualTo(405);
        assertThat(answer.body()).isEqualTo("{\"detail\":\"Method \\\"GET\\\" not allowed.\"}");
    }

    @Test
    void anOccupiedRoomRefusesAnotherAndStartsNoWorker() {
        var running = rows.recording(room, RecordingStatus.INITIATED, null);
        var answer = start();
        assertThat(answer.status()).isEqualTo(409);
        assertThat(answer.body()).isEqualTo("{\"error\":\"A recording is already in progress for room " + slug + "\"}");
        assertThat(worker.started).isEmpty();
        assertThat(recordings.owners(running)).isEmpty();
    }

    @Test
    void aRecordingBeingUploadedDoesNotOccupyTheRoom() {
        rows.recording(room, RecordingStatus.STOPPED, "ST_old");
        assertThat(start().status()).isEqualTo(201);
    }

    @Test
    void anOldOccupantThatIsOverMakesRoom() {
        var old = rows.recording(room, RecordingStatus.ACTIVE, "ST_old");
        rows.age(old, 20);
        worker.findings.put(old, new Finding(Progress.ABORTED, "ST_old", "gone"));
        assertThat(start().status()).isEqualTo(201);
        assertThat(rows.status(old)).isEqualTo("aborted");
    }

    @Test
    void ofTwentySimultaneousStartsOneSucceeds() throws Exception {
        var callers = new ArrayList<Callable<Integer>>();
        for (int i = 0; i < 20; i++) {
            callers.add(() -> start().status());
        }
        var statuses = new ArrayList<Integer>();
        try (var threads = Executors.newFixedThreadPool(8)) {
            for (var answer : threads.invokeAll(callers)) {
                statuses.add(answer.get());
            }
        }
        assertThat(statuses.stream().filter(it -> it == 201)).hasSize(1);
        assertThat(statuses.stream().filter(it -> it == 409)).hasSize(19);
        assertThat(worker.started).hasSize(1);
        assertThat(recordings.owners((UUID) row().get("id"))).hasSize(1);
        assertThat(jdbc.sql("""
                        select count(*) from meet_recording_access where user_id = :alice""")
                        .param("alice", alice.user().id())
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void aWorkerThatRefusesFailsTheStartAndFreesTheRoom() {
        worker.onStart = () -> StubWorker.fail(false);
        var answer = start();
        assertThat(answer.status()).isEqualTo(502);
        assertThat(answer.body()).isEqualTo("{\"error\":\"Recording failed to start for room " + slug + "\"}");
        assertThat(row()).containsEntry("status", "failed_to_start").containsEntry("worker_id", null);
        assertThat(recordings.owners((UUID) row().get("id"))).hasSize(1);
        worker.onStart = StubWorker::next;
        assertThat(start().status()).isEqualTo(201);
    }

    @Test
    void aRefusalInWordsIsToldToTheCaller() {
        worker.onStart = () -> {
            throw WorkerException.refused("Two recordings are running already.");
        };
        assertThat(start().body())
                .isEqualTo("{\"error\":\"Recording failed to start for room " + slug
                        + ": Two recordings are running already.\"}");
    }

    @Test
    void aStartWithoutAnswerIsLookedForAndStopped() {
        worker.onStart = () -> {
            worker.findings.put(worker.started.getFirst(), new Finding(Progress.RUNNING, "ST_stray", null));
            return StubWorker.fail(true);
        };
        assertThat(start().status()).isEqualTo(502);
        assertThat(worker.stopped).containsExactly("ST_stray");
        assertThat(row()).containsEntry("status", "failed_to_start");
    }

    @Test
    void aRoomDeletedJustBeforeTheRowIsWrittenIsNotThere() {
        var gone = new Room(UUID.randomUUID(), "Gone", "gone", json.createObjectNode(), AccessLevel.PUBLIC, null);
        var request = new StartRecording(RecordingMode.SCREEN_RECORDING, json.createObjectNode());
        assertThatThrownBy(() -> rooms.start(gone, alice.user().id(), request))
                .isInstanceOf(ApiException.NotFound.class);
        assertThat(worker.started).isEmpty();
    }

    @Test
    void aRoomDeletedMeanwhileStopsTheWorker() {
        worker.onStart = () -> {
            jdbc.sql("""
                    with accesses as (delete from meet_recording_access where recording_id = :id)
                    delete from meet_recording where id = :id""").param("id", worker.started.getFirst()).update();
            return "ST_late";
        };
        assertThat(start().status()).isEqualTo(502);
        assertThat(worker.stopped).containsExactly("ST_late");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "[]",
                "null",
                "\"x\"",
                "{\"mode\":null}",
                "{\"mode\":\"Transcript\"}",
                "{\"mode\":1}",
                "{\"mode\":\"transcript\",\"options\":[]}",
                "{\"mode\":\"transcript\",\"options\":false}",
                "{\"mode\":\"transcript\",\"options\":3}",
                "{\"mode\":\"transcript\",\"options\":\"\"}",
                "{\"mode\":\"transcript\",\"options\":\"x\"}",
                "{\"mode\":\"transcript\",\"options\":\"[1]\"}",
                "{\"mode\":\"transcript\",\"options\":{\"foo\":1}}",
                "{\"mode\":\"transcript\",\"options\":{\"foo\":null}}",
                "{\"mode\":\"transcript\",\"options\":{\"metadata_collector_dispatch_id\":\"x\"}}",
                "{\"mode\":\"transcript\",\"options\":{\"language\":1}}",
                "{\"mode\":\"transcript\",\"options\":{\"language\":\"a\\u0000b\"}}",
                "{\"mode\":\"transcript\",\"options\":{\"transcribe\":\"foo\"}}",
                "{\"mode\":\"transcript\",\"options\":{\"transcribe\":12}}",
                "{\"mode\":\"transcript\",\"options\":{\"transcribe\":\"\"}}",
                "{\"mode\":\"transcript\",\"options\":{\"collect_metadata\":2}}",
                "{\"mode\":\"transcript\",\"options\":{\"original_mode\":\"x\"}}"
            })
    void everyInvalidBodyGetsTheSameAnswer(String body) {
        var answer = start(alice, body);
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.body()).isEqualTo("{\"detail\":\"Invalid request.\"}");
    }

    @ParameterizedTest
    @CsvSource(quoteCharacter = '`', delimiter = '|', textBlock = """
                    null | {}
                    {} | {}
                    {"language":null,"transcribe":null,"original_mode":null} | {}
                    {"language":""} | {"language": ""}
                    {"language":"fr","transcribe":1} | {"language": "fr", "transcribe": true}
                    {"transcribe":"YES","collect_metadata":0.0} | {"transcribe": true, "collect_metadata": false}
                    {"original_mode":"transcript"} | {"original_mode": "transcript"}
                    "{\\"language\\":\\"nl\\"}" | {"language": "nl"}""")
    void storesOptionsWithoutNullsAndWithRealBooleans(String options, String stored) {
        var answer = start(alice, "{\"mode\":\"screen_recording\",\"extra\":1,\"options\":" + options + "}");
        assertThat(answer.status()).isEqualTo(201);
        assertThat(row()).containsEntry("option_text", stored);
    }

    @Test
    void formsMayNameOptionsWithDotsOrHoldThemAsJson() {
        var path = "/api/v1.0/rooms/" + room + "/start-recording/";
        var dotted = form("mode", "screen_recording", "options.language", "de", "options.transcribe", "on");
        assertThat(send(alice, "POST", path, FORM, dotted).status()).isEqualTo(201);
        assertThat(row()).containsEntry("option_text", "{\"language\": \"de\", \"transcribe\": true}");
        jdbc.sql("update meet_recording set status = 'aborted' where room_id = :room")
                .param("room", room)
                .update();
        var json = form("mode", "transcript", "options", "{\"transcribe\": false}");
        assertThat(send(alice, "POST", path, FORM, json).status()).isEqualTo(201);
        var brackets = form("mode", "transcript", "options[language]", "de");
        assertThat(send(alice, "POST", path, FORM, brackets).status()).isEqualTo(400);
        var urlencoded = send(alice, "POST", path, "application/x-www-form-urlencoded", "mode=transcript");
        assertThat(urlencoded.status()).isEqualTo(415);
    }
}
