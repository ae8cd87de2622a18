package io.causerie.recordings;

import static org.assertj.core.api.Assertions.assertThat;

import io.causerie.TestDatabase;
import io.causerie.platform.Commands;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** What operators ask and tell of recordings by {@code recordings ...}. */
class RecordingsCommandTests {

    @TempDir
    Path objects;

    private Commands commands;
    private JdbcClient jdbc;
    private TestRecordings rows;
    private UUID room;

    @BeforeEach
    void aDatabase() {
        var url = TestDatabase.create();
        commands = Commands.migrated(url, "CAUSERIE_OBJECT_FOLDER=" + objects, "RECORDING_EXPIRATION_DAYS=30");
        jdbc = JdbcClient.create(new DriverManagerDataSource(url, "postgres", ""));
        rows = new TestRecordings(jdbc);
        room = rows.room("a-room");
    }

    @Test
    void theAccountBalancesWhateverTheStates() {
        for (var status : RecordingStatus.values()) {
            rows.recording(status == RecordingStatus.ACTIVE ? rows.room("b") : room, status, "EG_" + status);
        }
        started(UUID.randomUUID(), "initiated", "deleted");
        var outcome = commands.run("recordings", "check");
        assertThat(outcome.err()).isEmpty();
        assertThat(outcome.code()).isZero();
        assertThat(outcome.lines().getFirst())
                .isEqualTo("started 11 = playable 4 + explained 3 + deleted 1 + in flight 3 + lost 0");
    }

    @Test
    void oneThatVanishedIsTold() {
        var lost = UUID.randomUUID();
        started(lost, "initiated", "active");
        var outcome = commands.run("recordings", "check");
        assertThat(outcome.code()).isOne();
        assertThat(outcome.out()).contains("lost 1");
        assertThat(outcome.err()).contains("lost: " + lost, "does not balance");
    }

    @Test
    void oneThatShouldHaveBeenSettledIsTold() {
        var id = rows.recording(room, RecordingStatus.STOPPED, "EG_1");
        rows.age(id, 3600);
        var outcome = commands.run("recordings", "check");
        assertThat(outcome.code()).isOne();
        assertThat(outcome.err()).contains("overdue: 1");
    }

    @Test
    void filesAreLookedForIfAsked() throws Exception {
        var there = rows.recording(room, RecordingStatus.SAVED, "EG_1");
        var missing = rows.recording(room, RecordingStatus.NOTIFICATION_SUCCEEDED, "EG_2");
        var expired = rows.recording(room, RecordingStatus.SAVED, "EG_3");
        made(expired, 31);
        Files.createDirectories(objects.resolve("recordings"));
        Files.write(objects.resolve("recordings/" + there + ".mp4"), new byte[] {1});
        assertThat(commands.run("recordings", "check").code()).isZero();
        var outcome = commands.run("recordings", "check", "--files");
        assertThat(outcome.code()).isOne();
        assertThat(outcome.err()).contains("no file: " + missing).doesNotContain(there.toString(), expired.toString());
    }

    @Test
    void tellsWhatIsDueAndChangesNothing() {
        var old = rows.recording(room, RecordingStatus.SAVED, "EG_1");
        made(old, 31);
        var held = rows.recording(room, RecordingStatus.SAVED, "EG_2");
        made(held, 32);
        rows.recording(room, RecordingStatus.SAVED, "EG_3");
        assertThat(commands.run("recordings", "hold", held.toString(), "--reason", "a dispute")
                        .code())
                .isZero();
        var outcome = commands.run("recordings", "due");
        assertThat(outcome.code()).isZero();
        assertThat(outcome.lines()).hasSize(3);
        assertThat(outcome.lines().get(0)).startsWith(held.toString()).endsWith("held back");
        assertThat(outcome.lines().get(1)).startsWith(old.toString());
        assertThat(outcome.lines().get(2)).contains("2 recording(s)", "30 days", "'off'");
        assertThat(rows.status(old)).isEqualTo("saved");

        assertThat(commands.run("recordings", "release", held.toString()).code())
                .isZero();
        assertThat(commands.run("recordings", "release", held.toString()).code())
                .isOne();
    }

    @Test
    void whatWasGivenUpIsTriedAgainWhenAsked() {
        var id = rows.recording(room, RecordingStatus.SAVED, "EG_1");
        jdbc.sql("""
                insert into causerie.notification (id, recording_id, user_id, kind, number, of, created_at, state, attempts)
                select gen_random_uuid(), :id, gen_random_uuid(), 'summary', 1, 1, now() - interval '80 hours', state, 9
                from unnest(array['given_up', 'sent']) as state""").param("id", id).update();
        var outcome = commands.run("recordings", "retry", id.toString());
        assertThat(outcome.out()).contains("Asked for 1 notification(s)");
        assertThat(jdbc.sql("select count(*) from causerie.notification where retry_asked_at is not null"
                                + " and state = 'queued' and created_at > now() - interval '1 minute'")
                        .query(Integer.class)
                        .single())
                .isOne();
        assertThat(commands.run("recordings", "retry").out()).contains("Asked for 0");
    }

    @Test
    void saysWhatItExpects() {
        assertThat(commands.run("recordings", "other").err()).contains("check, due, retry, hold or release");
        assertThat(commands.run("recordings", "hold", "x", "--reason", "y").err())
                .contains("ID expects");
        assertThat(commands.run("recordings", "hold", UUID.randomUUID().toString())
                        .err())
                .contains("--reason says why");
        assertThat(commands.run("recordings", "hold", UUID.randomUUID().toString(), "--reason", "y")
                        .err())
                .contains("no such recording");
        assertThat(commands.run("recordings").code()).isEqualTo(2);
    }

    private void made(UUID recording, int days) {
        jdbc.sql("update meet_recording set created_at = now() - make_interval(days => :days) where id = :id")
                .param("days", days)
                .param("id", recording)
                .update();
    }

    private void started(UUID recording, String... kinds) {
        for (var kind : kinds) {
            jdbc.sql("""
                    insert into causerie.recording_event (recording_id, room_id, at, kind, details)
                    values (:id, :room, now(), :kind, '{}')""")
                    .param("id", recording)
                    .param("room", room)
                    .param("kind", kind)
                    .update();
        }
    }
}
