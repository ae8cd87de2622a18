package io.causerie.recordings;

import static org.assertj.core.api.Assertions.assertThat;

import io.causerie.users.SignedIn;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code /api/v1.0/recordings/} (contract 04, section 11) and the timeline. */
class RecordingsTests extends RecordingTest {

    private static final String LIST = "/api/v1.0/recordings/";

    @Test
    void representsARecordingExactlyAsTheContract() {
        var id = recording(RecordingStatus.SAVED, "owner");
        jdbc.sql("""
                update meet_recording set created_at = '2026-03-02T09:00:00.481516Z', updated_at = '2026-03-02T10:02:11Z',
                    options = '{"language": "fr", "theirs": [1]}' where id = :id""").param("id", id).update();
        assertThat(get(alice, id).body())
                .isEqualTo("{\"id\":\"" + id + "\",\"room\":{\"id\":\"" + room + "\",\"name\":\"" + slug
                        + "\",\"slug\":\"" + slug + "\",\"access_level\":\"restricted\"},"
                        + "\"created_at\":\"2026-03-02T09:00:00.481516Z\",\"updated_at\":\"2026-03-02T10:02:11Z\","
                        + "\"status\":\"saved\",\"mode\":\"screen_recording\","
                        + "\"options\":{\"theirs\":[1],\"language\":\"fr\"},\"key\":\"recordings/" + id
                        + ".mp4\",\"is_expired\":false,\"expired_at\":null}");
    }

    @Test
    void listsWhatTheCallerHasAnyAccessToNewestFirst() {
        var first = recording(RecordingStatus.SAVED, "owner");
        var second = recording(RecordingStatus.SAVED, "member");
        recordingOf(users.bob());
        var body = send(alice, "GET", LIST).body();
        assertThat(body).startsWith("{\"count\":2,\"next\":null,\"previous\":null,\"results\":[{");
        assertThat(body.indexOf(second.toString())).isLessThan(body.indexOf(first.toString()));
        assertThat(send(alice, "GET", LIST + "?page=2&page_size=1").body())
                .contains(first.toString())
                .contains("\"next\":null")
                .contains("/api/v1.0/recordings/?page_size=1\"");
        assertThat(send(alice, "GET", LIST + "?page=3").status()).isEqualTo(404);
    }

    @Test
    void strangersSeeNothingAndMembersMayNotRetrieve() {
        var id = recording(RecordingStatus.SAVED, "owner");
        var bob = users.bob();
        var stranger = get(bob, id);
        assertThat(stranger.status()).isEqualTo(404);
        assertThat(stranger.body()).isEqualTo("{\"detail\":\"No Recording matches the given query.\"}");
        rows.owner(id, bob.user().id(), "member");
        assertThat(get(bob, id).status()).isEqualTo(403);
        assertThat(get(bob, id).body())
                .isEqualTo("{\"detail\":\"You do not have permission to perform this action.\"}");
        assertThat(send(bob, "GET", LIST + id + "/timeline/").status()).isEqualTo(403);
        assertThat(send(bob, "DELETE", LIST + id + "/").status()).isEqualTo(403);
        assertThat(anonymous("GET", LIST + id + "/").status()).isEqualTo(401);
        assertThat(anonymous("GET", LIST).status()).isEqualTo(401);
    }

    @Test
    void whatIsNoIdIsNotFound() {
        assertThat(send(alice, "GET", LIST + "nonsense/").body()).isEqualTo("{\"detail\":\"Not found.\"}");
        assertThat(get(alice, UUID.randomUUID()).status()).isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"PUT", "PATCH"})
    void nothingCanBeChanged(String method) {
        var id = recording(RecordingStatus.SAVED, "owner");
        var answer = send(alice, method, LIST + id + "/");
        assertThat(answer.status()).isEqualTo(405);
        assertThat(answer.body()).isEqualTo("{\"detail\":\"Method \\\"" + method + "\\\" not allowed.\"}");
        assertThat(send(alice, "POST", LIST).status()).isEqualTo(405);
    }

    @ParameterizedTest
    @EnumSource(RecordingStatus.class)
    void onlyFinalStatesCanBeDeleted(RecordingStatus status) {
        var id = recording(status, "administrator");
        assertThat(send(alice, "GET", LIST + id + "/timeline/").body())
                .endsWith("],\"is_deletable\":" + status.deletable() + "}");
        var answer = send(alice, "DELETE", LIST + id + "/");
        assertThat(answer.status()).isEqualTo(status.deletable() ? 204 : 403);
        assertThat(jdbc.sql("select count(*) from meet_recording_access where recording_id = :id")
                        .param("id", id)
                        .query(Integer.class)
                        .single())
                .isEqualTo(status.deletable() ? 0 : 1);
        assertThat(recordings.find(id).isPresent()).isNotEqualTo(status.deletable());
    }

    @Test
    void theTimelineTellsTheStoryWithoutTheWorkersId() {
        start();
        var id = (UUID) row().get("id");
        recordings.note(id, "warning", Map.of("reason", "chunks_missing"));
        stop();
        recordings.complete(id, "test");
        var body = send(alice, "GET", LIST + id + "/timeline/").body();
        assertThat(body)
                .startsWith("{\"results\":[{\"at\":\"")
                .containsSubsequence(
                        "\"kind\":\"initiated\"",
                        "\"kind\":\"active\"",
                        "\"kind\":\"warning\",\"details\":{\"reason\":\"chunks_missing\"}",
                        "\"kind\":\"stopped\"",
                        "\"kind\":\"saved\",\"details\":{\"cause\":\"test\"}")
                .doesNotContain("worker_id", "ST_");
    }

    @Test
    void costsFewStatementsBesideTheSession() {
        for (int i = 0; i < 20; i++) {
            recording(RecordingStatus.SAVED, "owner");
        }
        var id = recording(RecordingStatus.STOPPED, "owner");
        assertThat(statements.during(() -> send(alice, "GET", LIST))).hasSize(1 + 2);
        assertThat(statements.during(() -> get(alice, id))).hasSize(1 + 1);
        assertThat(statements.during(() -> send(alice, "GET", LIST + id + "/timeline/")))
                .hasSize(1 + 2);
        // the request, then what deletes its objects
        assertThat(statements.during(() -> send(alice, "DELETE", LIST + id + "/")))
                .hasSizeBetween(1 + 3, 1 + 3 + 4);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0b6f2a52-6a0b-4f0e-9d51-3f0c9d6f7a11/"})
    void anonymousCallersHearOfNoMethod(String path) {
        assertThat(anonymous("PUT", LIST + path).status()).isEqualTo(401);
        assertThat(anonymous("PUT", "/api/v1.0/rooms/" + room + "/stop-recording/")
                        .status())
                .isEqualTo(401);
    }

    @Test
    void theConfigurationNamesTheModesInTheirOrder() {
        assertThat(anonymous("GET", "/api/v1.0/config/").body())
                .contains(
                        "\"recording\":{\"is_enabled\":true,\"available_modes\":[\"screen_recording\",\"transcript\"],"
                                + "\"expiration_days\":null,\"max_duration\":null}");
    }

    private UUID recording(RecordingStatus status, String role) {
        var id = rows.recording(room, status, null);
        rows.owner(id, alice.user().id(), role);
        return id;
    }

    private void recordingOf(SignedIn other) {
        rows.owner(
                rows.recording(room, RecordingStatus.SAVED, null), other.user().id(), "owner");
    }

    private Answer get(SignedIn browser, UUID id) {
        return send(browser, "GET", LIST + id + "/");
    }
}
